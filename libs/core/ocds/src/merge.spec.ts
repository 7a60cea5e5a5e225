import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from './json';
import { compileReleases, mergeRulesOf, versionReleases } from './index';

const vectors = resolve(__dirname, '../../../../test/vectors/ocds');
const read = (path: string): unknown => JSON.parse(readFileSync(join(vectors, path), 'utf8'));

const SETS = [
  ['1.1', 'schema/ocds-1.1.5-release-schema.json'],
  ['schema', 'merge/schema.json'],
] as const;

const cases = SETS.flatMap(([folder, schema]) =>
  readdirSync(join(vectors, 'merge', folder)).flatMap((file) => {
    const match = /^(.+)-(compiled|versioned)\.json$/.exec(file);
    return match ? [{ folder, schema, name: match[1]!, kind: match[2]!, file }] : [];
  }),
);

describe('merging', () => {
  it.each(cases)('gives the official $folder/$file', ({ folder, schema, name, kind, file }) => {
    const rules = mergeRulesOf(read(schema) as JsonObject);
    const releases = read(`merge/${folder}/${name}.json`) as JsonObject[];
    const merge = kind === 'compiled' ? compileReleases : versionReleases;
    expect(merge(releases, rules)).toEqual(read(`merge/${folder}/${file}`));
  });

  it('knows all official vectors', () => {
    expect(cases.length).toBeGreaterThanOrEqual(48);
  });

  it('does not depend on the order in which releases arrive', () => {
    const rules = mergeRulesOf(read(SETS[0][1]) as JsonObject);
    const releases = Array.from({ length: 5 }, (_, n) => ({
      ocid: 'ocds-abcdef-1',
      id: String(n),
      date: `2026-03-0${n + 1}T00:00:00Z`,
      tender: {
        id: '1',
        title: `t${n}`,
        ...(n % 2 ? { status: 'active' } : { description: `${n}` }),
      },
    }));
    const expected = compileReleases(releases, rules);
    fc.assert(
      fc.property(fc.shuffledSubarray(releases, { minLength: 5 }), (shuffled) => {
        expect(compileReleases(shuffled, rules)).toEqual(expected);
      }),
    );
  });

  it('has nothing to say about nothing', () => {
    expect(() => compileReleases([], new Map())).toThrow(RangeError);
    expect(() => versionReleases([], new Map())).toThrow(RangeError);
  });
});
