/**
 * `npm test`: everything that can run here. The small tests, then the database suites on SQLite, then the same on
 * MariaDB/MySQL when a server is there (DATABASE_URL, or root without a password on 127.0.0.1:3306), then the
 * browser when Chromium is. What could not run is said loudly. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import mysql from 'mysql2/promise';

const totals = { passed: 0, failed: 0 };
const notRun = [];
const failures = [];
const folder = mkdtempSync(join(tmpdir(), 'sunlit-test-'));

function jest(name, projects, env = {}, flags = []) {
  console.log(`\n── ${name}`);
  const output = join(folder, `${name.replace(/\W+/g, '-')}.json`);
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      '-c',
      'test/jest.config.cjs',
      '--selectProjects',
      ...projects,
      '--json',
      `--outputFile=${output}`,
      '--passWithNoTests',
      ...flags,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
  );
  const result = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null;
  const passed = result?.numPassedTests ?? 0;
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  for (const suite of result?.testResults ?? []) failures.push(...failuresOf(name, suite));
  totals.passed += passed;
  totals.failed += failed;
  if (run.status !== 0 && failed === 0) totals.failed += 1;
  console.log(`   ${passed} passed, ${failed} failed`);
}

/** What failed in a suite, a line each, so that it stands together at the end of a long output. */
function failuresOf(name, suite) {
  const file = relative(process.cwd(), suite.name);
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
if (!only || only === 'small') jest('small', ['small'], {}, ['--coverage']);
if (!only || only === 'sqlite')
  jest('database suites on SQLite', ['medium', 'e2e'], { DB: 'sqlite' });
if (!only || only === 'mariadb') {
  const server = await databaseServer();
  if (server) {
    jest('database suites on MariaDB/MySQL', ['medium', 'e2e'], {
      DB: 'mariadb',
      DATABASE_URL: server,
    });
  } else notRun.push('database suites on MariaDB/MySQL: no server answered (set DATABASE_URL)');
}
if (!only || only === 'browser') {
  if (existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) jest('browser', ['browser']);
  else notRun.push('browser: no Chromium (set CHROMIUM)');
}
if (notRun.length > 0) {
  console.log('\n!! NOT RUN:');
  for (const line of notRun) console.log(`!!   ${line}`);
}
if (failures.length > 0) {
  console.log('\nFailed:');
  for (const line of failures) console.log(`  ${line}`);
}
console.log('');
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
