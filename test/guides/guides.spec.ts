import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DOCS = resolve(__dirname, '../../docs');
const GUIDES = join(DOCS, 'guides');
const MOST_BYTES = 3_000_000;
const INDEX = 'README.md';

const guides = readdirSync(GUIDES).filter((name) => name.endsWith('.md') && name !== INDEX);
const textOf = (name: string): string => readFileSync(join(GUIDES, name), 'utf8');
const picturesOf = (name: string): string[] =>
  [...textOf(name).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');

describe('the guides', () => {
  it('are all linked from their index, and the index from the README', () => {
    const linked = [...textOf(INDEX).matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, name]) => name);
    expect([...linked].sort()).toEqual([...guides].sort());
    const readme = readFileSync(resolve(DOCS, '../README.md'), 'utf8');
    expect(readme).toContain('](docs/guides/README.md)');
  });

  it.each(guides)('%s shows pictures that are there, in both languages of its text', (name) => {
    const pictures = picturesOf(name);
    expect(pictures.length).toBeGreaterThan(0);
    for (const path of pictures) {
      const bytes = readFileSync(join(GUIDES, path));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    }
    expect(textOf(name)).toContain('## In English');
  });

  it('keep their pictures small, and no picture without a guide', () => {
    const named = new Set(guides.flatMap(picturesOf).map((path) => path.split('/').pop()));
    const files = readdirSync(join(DOCS, 'pictures'));
    const bytes = files.reduce((sum, name) => sum + statSync(join(DOCS, 'pictures', name)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(files.filter((name) => !named.has(name))).toEqual([]);
  });
});
