import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Outcome } from './core/suite';
import { describeInBrowser, launch } from './browser';

/** What belongs to the core: its own specs, and those of the bundle's vector. */
const CORE = ['libs/core/', 'test/vectors/bundle'];
/** Never run by a page of ours, and held against schemas that lie on the disk. */
const ON_SERVERS = 'libs/core/ocds/';
/** Runs of a property that does not say how many it needs. */
const RUNS = 50;
const SLOW = 200_000;
const repository = resolve(__dirname, '../..');

interface JestFile {
  readonly name: string;
  readonly assertionResults: readonly { readonly fullName: string }[];
}

/** The names of all tests jest runs in Node, by file; a pattern nothing matches keeps them from running. */
function testsInNode(): Map<string, string[]> {
  const jest = [
    'node_modules/jest/bin/jest.js',
    ...['-c', 'test/jest.config.cjs', '--selectProjects', 'small', '--testPathPatterns', ...CORE],
    ...['--testPathIgnorePatterns', ON_SERVERS],
    ...['--testNamePattern', '^no test is called this$', '--json', '--silent'],
  ];
  const run = spawnSync(process.execPath, jest, { cwd: repository, encoding: 'utf8' });
  const { testResults } = JSON.parse(run.stdout) as { testResults: readonly JestFile[] };
  return new Map(
    testResults.map(({ name, assertionResults }) => [
      name.slice(repository.length + 1),
      assertionResults.map(({ fullName }) => fullName).sort(),
    ]),
  );
}

/** These specs as one script for a browser. */
function bundled(specs: readonly string[]): string {
  const script = resolve(__dirname, 'core/bundle-core.mjs');
  const run = spawnSync(process.execPath, [script, String(RUNS), ...specs], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

describeInBrowser('the core in a real browser', () => {
  let browser: Browser;
  let node: Map<string, string[]>;
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    node = testsInNode();
    const script = bundled([...node.keys()].sort());
    browser = await launch();
    const page = await browser.newPage();
    // A page of a secure context, so that the browser gives it the cryptography it gives the real site.
    await page.route('**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>core</title>' }),
    );
    await page.goto('https://core.test/');
    await page.evaluate(script);
    outcomes = await page.evaluate<Outcome[]>('runSuites()');
  }, SLOW);
  afterAll(() => browser.close());

  it('runs every test that Node runs, file by file', () => {
    const seen = new Map<string, string[]>();
    for (const { suite, name } of outcomes) seen.set(suite, [...(seen.get(suite) ?? []), name]);
    expect([...seen.keys()].sort()).toEqual([...node.keys()].sort());
    for (const [file, names] of node) expect([file, seen.get(file)?.sort()]).toEqual([file, names]);
    expect(outcomes.length).toBeGreaterThan(300);
  });

  it('passes every one of them', () => {
    const failures = outcomes.filter(({ failure }) => failure !== null);
    expect(failures.map(({ suite, name, failure }) => `${suite}: ${name}\n${failure}`)).toEqual([]);
  });
});
