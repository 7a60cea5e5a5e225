import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { envExample, settingsTable } from './reference';

const root = resolve(__dirname, '../../../../..');
const operations = resolve(root, 'docs/operations.md');
const example = resolve(root, '.env.example');
const BEGIN = '<!-- settings: written by the settings reader, see reference.spec.ts -->';
const END = '<!-- end of settings -->';

/** `WRITE=1 npx jest … reference` writes both files anew. */
it('documents every setting, from the reader itself', () => {
  const text = readFileSync(operations, 'utf8');
  const before = text.slice(0, text.indexOf(BEGIN) + BEGIN.length);
  const after = text.slice(text.indexOf(END));
  const expected = `${before}\n${settingsTable()}\n${after}`;
  if (process.env.WRITE === '1') {
    writeFileSync(operations, expected);
    writeFileSync(example, envExample());
  }
  expect(readFileSync(operations, 'utf8')).toBe(expected);
  expect(readFileSync(example, 'utf8')).toBe(envExample());
});
