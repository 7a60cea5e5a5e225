import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STEPS } from '@core/bundle';
import type { Browser, Page } from 'playwright-core';
import {
  certificatesOf,
  signatureMessage,
  sm2KeyId,
  sm2KeyOf,
  toBase64,
  toHex,
} from '@core/kernel';
import { CODE_TEXTS } from '../../apps/verify/src/texts';
import { OpensslSm2 } from '../support/sm2';
import { flip, isFree, positionsOf } from '../vectors/flips';
import { is } from '../vectors/lies/moves';
import { rewrite, say } from '../vectors/lying-operator';
import bundle from '../vectors/tp1/bundle.json';
import tlog from '../vectors/tp1/tlog.json';
import { axeFindings, describeInBrowser, launch, scrollsSideways, watchErrors } from './browser';

const PAGE = resolve('dist/verify.html');

describeInBrowser('the offline verifier, opened from a file without a network', () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  const requests: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-verify-'));

  const stored = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  let given = 0;
  const give = async (text: string): Promise<void> => {
    const name = `bundle-${++given}.json`;
    await page.locator('#bundle').setInputFiles(stored(name, text));
    await page.locator('#chosen').getByText(name).waitFor();
    await page.locator('#verdict:not([data-state=running])').waitFor();
  };
  const verdict = (): Promise<string> => page.locator('#verdict-text').innerText();
  const report = (): Promise<string> => page.locator('#report').innerText();

  beforeAll(async () => {
    if (!existsSync(PAGE)) throw new Error('no dist/verify.html (npm run build:verify-page)');
    browser = await launch();
    const context = await browser.newContext({
      offline: true,
      viewport: { width: 390, height: 844 },
    });
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    errors = watchErrors(page);
    await page.goto(pathToFileURL(PAGE).href);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('speaks Chinese first, and English when asked', async () => {
    await page.getByRole('heading', { name: '离线核验' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Offline verification' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
  });

  it('finds that the vector’s tender holds, and which file it read', async () => {
    const text = JSON.stringify(bundle);
    await give(text);
    expect(await verdict()).toBe('一致');
    expect(await report()).toMatch(/核验通过: 项目 T2026-0001/);
    expect(await report()).toContain(createHash('sha256').update(text).digest('hex'));
    expect(await page.locator('#steps li[data-state=done]').count()).toBe(STEPS.length);
    expect(await axeFindings(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  it('computed it in a worker', async () => {
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await give(JSON.stringify(bundle));
    expect(workers).toEqual([expect.stringMatching(/^blob:/)]);
  });

  it('holds it against a policy of the reader’s own', async () => {
    await page.locator('summary').click();
    await page.locator('#policy').setInputFiles(stored('policy.txt', tlog.policyFile));
    await page.locator('#verdict[data-state=agrees]').waitFor();
    expect(await report()).not.toMatch(/采用文件自带的/);
    await page.locator('#policy').setInputFiles(stored('policy.txt', 'log x'));
    await page.locator('#verdict[data-state=impossible]').waitFor();
    await page.getByRole('button', { name: '不用这份策略' }).click();
    await page.locator('#verdict[data-state=agrees]').waitFor();
    expect(await report()).toMatch(/采用文件自带的/);
  });

  it('finds one flipped byte and names the step', async () => {
    const [first, ...rest] = bundle.entries;
    const bytes = Buffer.from(first!, 'base64');
    bytes[7]! ^= 1;
    await give(JSON.stringify({ ...bundle, entries: [bytes.toString('base64'), ...rest] }));
    expect(await verdict()).toBe('不一致: 日志条目：重算默克尔树根');
    expect(await report()).toMatch(/\(entries: root\)/);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('finds flipped bytes anywhere', async () => {
    const fixed = positionsOf(bundle).filter((position) => !isFree(bundle, position));
    for (const at of fc.sample(fc.nat(fixed.length - 1), 12)) {
      await give(JSON.stringify(flip(bundle, fixed[at]!)));
      const state = await page.locator('#verdict').getAttribute('data-state');
      expect([fixed[at], state]).toEqual([fixed[at], 'differs']);
    }
  });

  it('checks certified signatures as the command does', async () => {
    const key = new OpensslSm2();
    const [der] = certificatesOf(readFileSync(key.certificateFile, 'utf8'));
    const certified = (message: Uint8Array) => ({
      alg: 'SM2',
      kid: sm2KeyId(sm2KeyOf(der!)!),
      sig: toHex(key.sign(message)),
      cert: [toBase64(der!)],
    });
    const signed = (bid: object) => certified(signatureMessage('tp1/bid', bid));
    const besides = new Map(bundle.bids.map(({ bid }) => [bid.bid, signed(bid)]));
    const log = (change: (sig: string) => string) =>
      rewrite(
        say(is('bid.submitted'), (body) => {
          const one = besides.get(body.bid as string)!;
          const beside = [{ ...one, sig: change(one.sig) }];
          return { ...body, sig: { ...(body.sig as object), beside } };
        }),
      );
    await give(JSON.stringify(log((sig) => sig)));
    expect(await report()).toContain(CODE_TEXTS.certified_checked!.zh);
    await give(JSON.stringify(log((sig) => sig.slice(0, -2) + (sig.endsWith('00') ? '01' : '00'))));
    expect(await report()).toMatch(/certified_signature/);
  });

  it('says first that a demo is a demo', async () => {
    const demo = { ...bundle, policy: { ...bundle.policy, demo: true } };
    await give(JSON.stringify(demo));
    expect(await page.locator('#demo').innerText()).toMatch(/演示/);
    expect((await report()).split('\n')[0]).toMatch(/演示/);
  });

  it('concludes nothing from what is no bundle', async () => {
    await give('no JSON');
    expect(await verdict()).toBe('暂不能验证');
  });

  it('asked nobody for anything', () => {
    expect(requests.filter((url) => !/^(file|blob):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
