import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PRICE_FORMULAS } from '@core/evaluation';
import { exampleNames, pagePath, resultPath, runExample, withComputed } from './documents';

const write = process.env.WRITE === '1';
const pages = [...PRICE_FORMULAS.map((one) => one.id), 'comprehensive-scoring', 'two-envelopes'];

describe('docs/methods', () => {
  it.each(pages)('%s says what the code does', (name) => {
    const page = readFileSync(pagePath(name), 'utf8');
    const now = withComputed(page, name);
    if (write) writeFileSync(pagePath(name), now);
    expect(write ? now : page).toBe(now);
  });

  it.each(exampleNames())('the example %s comes out as committed', (name) => {
    const now = `${JSON.stringify(runExample(name), null, 2)}\n`;
    if (write) writeFileSync(resultPath(name), now);
    expect(existsSync(resultPath(name))).toBe(true);
    expect(readFileSync(resultPath(name), 'utf8')).toBe(now);
  });

  it('has an example of every method, and of refusals', () => {
    const names = exampleNames();
    for (const name of pages) expect(names).toContain(name);
    const refused = names.filter((name) => !runExample(name).ok);
    expect(refused).toEqual(['refused-coefficient-outside', 'refused-mean-in-procurement']);
  });

  it('holds the library’s test vector to the byte', () => {
    const answer = runExample('vector-850');
    const scores = answer.ok && answer.value.outcome.bids.map((one) => [one.priceYuan, one.score]);
    expect(scores).toEqual([
      ['870.00', '100'],
      ['860.00', '99.43'],
      ['880.00', '98.85'],
      ['850.00', '98.85'],
      ['890.00', '97.70'],
    ]);
  });
});
