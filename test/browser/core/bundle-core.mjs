/**
 * bundle-core.mjs <runs> <spec>…: writes these specs to standard output as one script for a browser. Each announces
 * its file before its tests register themselves; the page is then asked to `runSuites()`.
 */
import { resolve } from 'node:path';
import { build } from 'vite';

const ENTRY = 'core-suites';
const repository = resolve(import.meta.dirname, '../../..');
const [runs, ...specs] = process.argv.slice(2);
const files = new Map(specs.map((spec) => [resolve(repository, spec), spec]));
const quoted = (path) => JSON.stringify(path);

const entry = [
  `import ${quoted(resolve(import.meta.dirname, 'suite.ts'))};`,
  `import fc from 'fast-check';`,
  `fc.configureGlobal({ numRuns: ${Number(runs)} });`,
  ...[...files.keys()].map((file) => `import ${quoted(file)};`),
].join('\n');

const { output } = await build({
  configFile: false,
  root: repository,
  logLevel: 'error',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"test"' },
  resolve: {
    alias: [
      { find: /^@core\/([^/]+)$/, replacement: `${repository}/libs/core/$1/src/index.ts` },
      {
        find: /^jest-(util|message-util|mock)$/,
        replacement: resolve(import.meta.dirname, 'expect-parts.ts'),
      },
    ],
  },
  plugins: [
    {
      name: ENTRY,
      resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
      load: (id) => (id === `\0${ENTRY}` ? entry : null),
      transform: (code, id) =>
        files.has(id)
          ? { code: `startSuite(${quoted(files.get(id))});\n${code}`, map: null }
          : null,
    },
  ],
  build: {
    write: false,
    minify: false,
    target: ['chrome109', 'firefox115', 'safari16'],
    rollupOptions: { input: ENTRY, output: { format: 'iife', name: 'suites' } },
  },
});
if (output.length !== 1) throw new Error(`one file was expected, not ${output.length}`);
process.stdout.write(output[0].code);
