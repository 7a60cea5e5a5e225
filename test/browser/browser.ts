import { existsSync, mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { until } from '../journeys/world';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const WEB = 'dist/apps/web/index.html';
const PICTURES = 'docs/pictures';
/** The narrowest screen every page must fit. */
export const PHONE_SIZE = { width: 390, height: 844 };

/** Why browser tests cannot run here, or null. */
export function missingForBrowser(): string | null {
  if (!existsSync(CHROMIUM)) return `no browser at ${CHROMIUM} (set CHROMIUM)`;
  if (!existsSync(WEB)) return `no ${WEB} (npm run build:web)`;
  return null;
}

/** `describe`, or a skipped block that says loudly what is missing. */
export function describeInBrowser(name: string, body: () => void): void {
  const missing = missingForBrowser();
  if (missing === null) {
    describe(name, body);
    return;
  }
  console.warn(`\n*** BROWSER TESTS SKIPPED: ${missing} ***\n`);
  describe.skip(`${name} (skipped: ${missing})`, body);
}

/**
 * A real Chromium whose tabs have the app open, so that every address is the app's. It asks for stillness as some
 * people do: on a busy machine a dialog still growing takes the pointer's press and no longer lies under its release.
 * Suites about what moves ask for the motion.
 */
export async function launch(
  extra: readonly string[] = [],
  reducedMotion: 'reduce' | 'no-preference' = 'reduce',
): Promise<Browser> {
  const browser = await launchForReading(extra);
  const plain = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await plain({ reducedMotion, ...options });
    await context.addInitScript("try { sessionStorage.setItem('sunlit.app', '1'); } catch {}");
    return context;
  };
  return browser;
}

/** A real Chromium as anybody comes with, with arguments of its own for what a test simulates. */
export function launchForReading(extra: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...extra,
    ],
  });
}

/** What went wrong in a page without anybody noticing: uncaught errors. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/**
 * Everything axe finds wrong with what is on the screen, one line each. Legacy mode: no page of ours holds a frame of
 * another origin, and without it every look opens a second page.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** Waits until nothing moves any more on the page, except what turns until something arrives. */
export async function atRest(page: Page): Promise<void> {
  // Asked again and again from here: the pages' own policy forbids a waiting text to be evaluated in them.
  await until('the page to be at rest', () =>
    page.evaluate<boolean>(
      `document.getAnimations().every(
        (one) => one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)`,
    ),
  );
}

/** Makes the window as wide as a phone, or what it was, and waits until the page is drawn so. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
}

/** A picture for the guides, where they are asked for (`SCREENSHOTS=1`). */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' });
}

/** Whether the page would have to be scrolled sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth + 1');
}

/** A page of its own, signed in by the form as anybody would. */
export async function signedIn(
  browser: Browser,
  url: string,
  username: string,
  password: string,
  width = 1440,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').first().fill(password);
  await page.locator('form button[type=submit]').first().click();
  await page.waitForURL('**/work**');
  return page;
}
