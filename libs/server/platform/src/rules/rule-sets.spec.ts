import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import {
  CALENDAR,
  NATIONAL_2024,
  proposeTimetable,
  ruleSetOf,
  wholeOf,
  type RuleSet,
} from '@core/rules';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { KeptSetStore } from './kept-sets.store';
import { RuleSets } from './rule-sets';

/** A set as an installation kept it: never to be regenerated. */
const FROZEN = resolve(__dirname, '../../../../../test/law/kept/rule-set-2026-11.json');

const whole = wholeOf(NATIONAL_2024);
/** A set the installation had before: today's id, another number. */
const former: RuleSet = ruleSetOf({
  ...whole,
  rules: whole.rules.map((rule) => (rule.id === 'open-min-3' ? { ...rule, value: 4 } : rule)),
});

describe('rule sets that are kept', () => {
  let module: TestModule;
  const about = { ruleSetId: NATIONAL_2024.id, publishedAt: 1 };

  beforeAll(async () => {
    module = await aModule('kept_sets');
    await module.get(KeptSetStore).keep(former);
  });
  afterAll(() => module.close());

  const restarted = async (): Promise<RuleSets> => {
    const sets = module.get(RuleSets);
    await sets.onModuleInit();
    return sets;
  };

  it('come back word for word, whatever ships today', async () => {
    const sets = await restarted();
    const then = sets.of({ ...about, ruleSetHash: former.hash });
    expect(wholeOf(then)).toEqual(wholeOf(former));
    expect(then.rules.get('open-min-3')?.value).toBe(4);
    expect(sets.of({ ...about, ruleSetHash: NATIONAL_2024.hash }).hash).toBe(NATIONAL_2024.hash);
  });

  it('bind what was published, not a draft', async () => {
    const sets = await restarted();
    const draft = { ...about, publishedAt: null, ruleSetHash: former.hash };
    expect(sets.of(draft).hash).toBe(NATIONAL_2024.hash);
    const project = { ruleSetId: NATIONAL_2024.id, ruleSetHash: former.hash };
    expect(sets.of(project).hash).toBe(former.hash);
    expect(sets.of({ ...project, ruleSetHash: null }).hash).toBe(NATIONAL_2024.hash);
  });

  it('are never guessed: another hash of a known id is no set', async () => {
    const sets = await restarted();
    const strange = { ...about, ruleSetHash: '0'.repeat(64) };
    expect(() => sets.of(strange)).toThrow(
      expect.objectContaining({ code: 'rules.set_unknown' }) as Error,
    );
  });

  it('are stood in for only where something was published before texts were kept', async () => {
    const ruleSetHash = '1'.repeat(64);
    await module
      .get(DataSource)
      .query(
        `INSERT INTO rule_set (hash, setId, head) VALUES ('${ruleSetHash}', 'national-2024', NULL)`,
      );
    const sets = await restarted();
    expect(sets.of({ ...about, ruleSetHash }).hash).toBe(NATIONAL_2024.hash);
  });

  it('are read as they were written in November 2026, whatever the form of a rule is by now', async () => {
    const frozen = JSON.parse(readFileSync(FROZEN, 'utf8')) as {
      readonly hash: string;
      readonly head: object;
      readonly rules: readonly { readonly id: string }[];
    };
    const database = module.get(DataSource);
    const quoted = (value: unknown): string => JSON.stringify(value).replaceAll("'", "''");
    const { hash } = frozen;
    await database.query(
      `INSERT INTO rule_set (hash, setId, head) VALUES ('${hash}', 'frozen-2026', '${quoted(frozen.head)}')`,
    );
    for (const [position, rule] of frozen.rules.entries()) {
      await database.query(
        `INSERT INTO rule_set_rule (id, setHash, position, rule) VALUES ('${hash}:${position}', '${hash}', ${position}, '${quoted(rule)}')`,
      );
    }
    const sets = await restarted();
    const kept = sets.of({ ruleSetId: 'frozen-2026', ruleSetHash: hash, publishedAt: 1 });
    expect(kept.hash).toBe(hash);
    expect([...kept.rules.keys()]).toEqual(frozen.rules.map(({ id }) => id));
    expect(proposeTimetable(kept, 'A', Date.parse('2026-03-02T01:00:00Z'), CALENDAR).ok).toBe(true);
  });

  it('stop the start-up when a word of one was changed', async () => {
    const database = module.get(DataSource);
    const where = `setHash = '${former.hash}' AND position = 0`;
    const [{ rule }] = await database.query<[{ rule: string }]>(
      `SELECT rule FROM rule_set_rule WHERE ${where}`,
    );
    const put = (text: string): Promise<unknown> =>
      database.query(
        `UPDATE rule_set_rule SET rule = '${text.replaceAll("'", "''")}' WHERE ${where}`,
      );
    await put(
      rule.replace('"severity":"block"', '"severity":"info"').replace('"status":"', '"status":"x'),
    );
    await expect(restarted()).rejects.toThrow(
      /the kept rule set national-2024 .* has been changed/,
    );
    await put(rule);
    await restarted();
  });
});

describe('the file of a county', () => {
  let module: TestModule;
  const limit = wholeOf(NATIONAL_2024).rules.find(({ id }) => id === 'below-prep-5d');
  const { title, settings } = NATIONAL_2024;
  const file = { format: 'sunlit-rules-1', id: 'county-own', version: 1, title, notice: null };

  beforeAll(async () => {
    module = await aModule('county_file');
  });
  afterAll(() => module.close());

  /** Starts with this file, as a process does. */
  const start = (change: object, rule: object): RuleSets => {
    const path = join(module.database.config().settings.DATA_DIR, 'county.json');
    const own = { ...limit, locality: undefined, ...rule };
    const base = NATIONAL_2024.id;
    writeFileSync(path, JSON.stringify({ ...file, settings, base, rules: [own], ...change }));
    const config = module.database.config({ RULE_SET: 'county-own', RULE_SET_FILE: path });
    return new RuleSets(config, module.get(KeptSetStore));
  };

  it('is what new projects come under', () => {
    expect(start({}, { value: 8 }).current.rules.get('below-prep-5d')?.value).toBe(8);
  });

  it.each<[string, object, object, RegExp]>([
    ['an id that ships', { id: 'national-2024' }, {}, /id: national-2024 ships with the platform/],
    ['another id than RULE_SET', { id: 'county-other' }, {}, /RULE_SET: no rule set county-own/],
    ['no regime', {}, { regimes: [] }, /regimes: below-prep-5d applies to none/],
    ['less than nothing', {}, { value: -5 }, /value: below-prep-5d is below zero/],
    ['no unit', {}, { unit: null }, /unit: below-prep-5d has a value and no unit/],
    [
      'no value where the statute has one',
      {},
      { value: null, unit: null },
      /value: below-prep-5d has a limit in national-2024/,
    ],
  ])('stops the start-up where it has %s', (_what, change, rule, message) => {
    expect(() => start(change, rule)).toThrow(message);
  });
});
