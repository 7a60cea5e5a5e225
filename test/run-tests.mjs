/**
 * `npm test`: everything that can run here. The small tests, then the database suites on SQLite, then the same on
 * MariaDB/MySQL when a server is there (DATABASE_URL, or root without a password on 127.0.0.1:3306), then the
 * browser when Chromium is. What could not run is said loudly, as is what failed at first and passed by itself. The
 * last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import mysql from 'mysql2/promise';

/** More than these at once are no accident. */
const MOST_AGAIN = 3;
const totals = { passed: 0, failed: 0 };
const notRun = [];
const failures = [];
const unsteady = [];
const folder = mkdtempSync(join(tmpdir(), 'sunlit-test-'));

/** One run of jest: its suites' results, and whether it went wrong in a way that no suite tells. */
function run(name, flags, env) {
  const output = join(folder, `${name.replace(/\W+/g, '-')}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      '-c',
      'test/jest.config.cjs',
      '--json',
      `--outputFile=${output}`,
      '--passWithNoTests',
      ...flags,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
  );
  const result = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null;
  const suites = result?.testResults ?? [];
  return { suites, broke: status !== 0 && suites.every((suite) => suite.status !== 'failed') };
}

/**
 * Runs the projects. With `again`, a suite that failed beside another is run once more by itself: it needs the whole
 * machine's attention, or it is wrong. What failed first is told as unsteady, and what fails twice has failed.
 */
function jest(name, projects, { env = {}, flags = [], again = false } = {}) {
  console.log(`\n── ${name}`);
  const chosen = ['--selectProjects', ...projects];
  const first = run(name, [...chosen, ...flags], env);
  const failed = first.suites.filter((suite) => suite.status === 'failed');
  let { suites } = first;
  if (again && failed.length > 0 && failed.length <= MOST_AGAIN) {
    unsteady.push(...failed.flatMap((suite) => failuresOf(name, suite)));
    console.log(`   once more, by itself: ${failed.map(fileOf).join(', ')}`);
    const files = failed.map((suite) => suite.name);
    const second = run(
      `${name} again`,
      [...chosen, '--runInBand', '--runTestsByPath', ...files],
      env,
    );
    suites = [...suites.filter((suite) => suite.status !== 'failed'), ...second.suites];
    if (second.suites.length < failed.length) suites.push(...failed);
  }
  const count = (status) =>
    suites.flatMap((suite) => suite.assertionResults).filter((test) => test.status === status)
      .length;
  const lines = suites.flatMap((suite) => failuresOf(name, suite));
  failures.push(...lines);
  totals.passed += count('passed');
  totals.failed += lines.length + (first.broke ? 1 : 0);
  console.log(`   ${count('passed')} passed, ${lines.length} failed`);
}

const fileOf = (suite) => relative(process.cwd(), suite.name);

/** What failed in a suite, a line each, so that it stands together at the end of a long output. */
function failuresOf(name, suite) {
  const file = fileOf(suite);
  const failed = suite.assertionResults.filter((test) => test.status === 'failed');
  if (suite.status === 'failed' && failed.length === 0) {
    return [`${name} · ${file}: ${firstLine(suite.message)}`];
  }
  return failed.map(
    (test) => `${name} · ${file}: ${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`,
  );
}

function firstLine(text) {
  const plain = stripVTControlCharacters(text);
  return (plain.split('\n').find((line) => line.trim() !== '') ?? '').trim().slice(0, 300);
}

async function databaseServer() {
  const url = process.env.DATABASE_URL || 'mysql://root@127.0.0.1:3306/sunlit_test';
  const bare = new URL(url);
  bare.pathname = '/';
  try {
    const connection = await mysql.createConnection({
      uri: bare.toString(),
      connectTimeout: 3_000,
    });
    await connection.end();
    return url;
  } catch {
    return null;
  }
}

const only = process.argv[2];
const built = ['dist/apps/api/src/main.js', 'dist/apps/web/index.html', 'dist/verify.html'];
if (!built.every((file) => existsSync(file))) {
  console.log('── building once: some tests start the built server and open the built pages');
  const build = spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
  if (build.status !== 0) process.exit(1);
}
if (!only || only === 'small') jest('small', ['small'], { flags: ['--coverage'] });
if (!only || only === 'sqlite')
  jest('database suites on SQLite', ['medium', 'e2e'], { env: { DB: 'sqlite' }, again: true });
if (!only || only === 'mariadb') {
  const server = await databaseServer();
  if (server) {
    jest('database suites on MariaDB/MySQL', ['medium', 'e2e'], {
      env: { DB: 'mariadb', DATABASE_URL: server },
      again: true,
    });
  } else notRun.push('database suites on MariaDB/MySQL: no server answered (set DATABASE_URL)');
}
if (!only || only === 'browser') {
  if (existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
    jest('browser', ['browser'], { again: true });
  } else notRun.push('browser: no Chromium (set CHROMIUM)');
}
if (notRun.length > 0) {
  console.log('\n!! NOT RUN:');
  for (const line of notRun) console.log(`!!   ${line}`);
}
if (unsteady.length > 0) {
  console.log('\nUnsteady, failed at first:');
  for (const line of unsteady) console.log(`  ${line}`);
}
if (failures.length > 0) {
  console.log('\nFailed:');
  for (const line of failures) console.log(`  ${line}`);
}
console.log('');
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
