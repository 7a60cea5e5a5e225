/**
 * Builds dist/verify.html: the verifier as one file without any address in it, and dist/verify.html.sha256 beside
 * it. The same sources give the same bytes, so that anybody can build it again and compare.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const repository = resolve(here, '../../..');
const read = (path) => readFileSync(resolve(repository, path), 'utf8');
const sha256 = (text, encoding) => createHash('sha256').update(text).digest(encoding);

// SM2 is an optional dependency: a page built without it tells certified signatures as unchecked.
const SM2 = 'sm-crypto-v2';
const hasSm2 = existsSync(resolve(repository, 'node_modules', SM2));
if (!hasSm2) console.warn(`dist/verify.html is built without ${SM2}: other bytes than with it`);

async function script() {
  const [{ output }] = await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    publicDir: false,
    resolve: {
      alias: [{ find: /^@core\/([^/]+)$/, replacement: `${repository}/libs/core/$1/src/index.ts` }],
    },
    build: {
      write: false,
      // Chromium 109 is the last one on Windows 7, which county offices still run.
      target: ['chrome109', 'firefox115', 'safari16'],
      rollupOptions: { external: hasSm2 ? [] : [SM2] },
      lib: { entry: resolve(here, 'main.ts'), formats: ['iife'], name: 'sunlitVerify' },
    },
  });
  if (output.length !== 1) throw new Error(`one file was expected, not ${output.length}`);
  return output[0].code.trim();
}

const code = await script();
if (/<\/script|<!--/i.test(code)) throw new Error('the script would end its own element');
const style = `${read('apps/web/src/shared/ui/styles/tokens.css')}\n${read('apps/verify/page/page.css')}`;
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${sha256(code, 'base64')}' 'wasm-unsafe-eval'`,
  `style-src 'sha256-${sha256(style, 'base64')}'`,
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const html = read('apps/verify/page/index.html')
  .replace('%POLICY%', () => policy)
  .replace(/\s*%STYLE%\s*/, () => style)
  .replace(/\s*%SCRIPT%\s*/, () => code);

mkdirSync(resolve(repository, 'dist'), { recursive: true });
writeFileSync(resolve(repository, 'dist/verify.html'), html);
const line = `${sha256(html, 'hex')}  verify.html\n`;
writeFileSync(resolve(repository, 'dist/verify.html.sha256'), line);
console.log(`dist/verify.html ${(html.length / 1024).toFixed(0)} KiB  ${line.trim()}`);
