import type { Browser, FileChooser, Locator, Page } from 'playwright-core';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { translatorFor, type Translate } from '../../apps/web/src/shared/i18n/catalogue';
import { atRest, axeFindings, PHONE_SIZE, resize, scrollsSideways, watchErrors } from './browser';

type Role = Parameters<Page['getByRole']>[0];

/** A file as a file dialogue gives it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Whoever has not arrived after so many corrections goes in a circle. */
const MOST_TRIES = 60;
const PATIENCE = Number(process.env.PATIENCE ?? 60_000);

/** What Tab stops at: of a group of radios its chosen one. */
const STOPS =
  ':is(a[href], button, input:not([type="radio"]:not(:checked)), select, textarea, summary, [tabindex="0"]):not([tabindex="-1"])';

/** As much of a page's element as is asked here; the functions below run in the page. */
interface Spot {
  readonly parentElement: Spot | null;
  readonly nextElementSibling: Spot | null;
  readonly ownerDocument: {
    readonly activeElement: Spot;
    querySelectorAll(selector: string): Iterable<Spot>;
  };
  compareDocumentPosition(other: Spot): number;
  checkVisibility(): boolean;
  matches(selector: string): boolean;
}

interface Look {
  readonly outlineStyle: string;
  readonly outlineWidth: string;
  readonly boxShadow: string;
}

/** About how many stops the target is away from the focus: below 0 before it in the document, 0 when it has it. */
function wayTo(target: Spot, stops: string): number {
  const FOLLOWING = 4;
  const now = target.ownerDocument.activeElement;
  if (now === target) return 0;
  const follows = (one: Spot, other: Spot): boolean =>
    (one.compareDocumentPosition(other) & FOLLOWING) !== 0;
  const forward = !follows(target, now);
  const [first, last] = forward ? [now, target] : [target, now];
  const between = [...target.ownerDocument.querySelectorAll(stops)].filter(
    (one) =>
      follows(first, one) &&
      follows(one, last) &&
      one.checkVisibility() &&
      !one.matches(':disabled'),
  );
  return (between.length + 1) * (forward ? 1 : -1);
}

/** Whether the eye finds the focus: a ring on the control, on what it is drawn by, or around it. */
function showsFocus(target: Spot): boolean {
  const { getComputedStyle } = globalThis as unknown as { getComputedStyle(of: Spot): Look };
  const around: (Spot | null)[] = [target, target.nextElementSibling];
  let up = target.parentElement;
  for (let steps = 0; up !== null && steps < 4; steps++) {
    around.push(up);
    up = up.parentElement;
  }
  return around.some((spot) => {
    if (spot === null) return false;
    const look = getComputedStyle(spot);
    const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0;
    return ring || look.boxShadow !== 'none';
  });
}

/** Somebody at a keyboard, without a mouse: whatever is done here is done with keys alone. */
export class Keyboard {
  readonly t: Translate;
  private readonly errors: readonly string[];

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.t = translatorFor(locale);
    this.errors = watchErrors(page);
  }

  /** Goes to an address, as one types it. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('h1').first().waitFor({ timeout: PATIENCE });
  }

  /** Tab, or Shift+Tab, until the focus stands on the target; it must be seen there. */
  async reach(target: Locator): Promise<void> {
    const one = target.first();
    await one.waitFor({ state: 'attached', timeout: PATIENCE });
    let before = 0;
    let overshot = false;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const way = await one.evaluate(wayTo, STOPS);
      if (way === 0) {
        if (!(await one.evaluate(showsFocus))) {
          throw new Error(`the focus on ${String(target)} is not to be seen`);
        }
        return;
      }
      overshot ||= way * before < 0;
      before = way;
      const key = way < 0 ? 'Shift+Tab' : 'Tab';
      const presses = overshot ? 1 : Math.max(1, Math.abs(way) - 1);
      await Promise.all(Array.from({ length: presses }, () => this.page.keyboard.press(key)));
    }
    const at = await this.page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
    throw new Error(`the keyboard does not come to ${String(target)}; it stays at ${at}`);
  }

  /** A button, link or another control by its name, pressed with Enter. */
  async press(role: Role, name: string | RegExp, within?: Locator): Promise<void> {
    const place = within ?? this.page;
    await this.enter(
      place.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }),
    );
  }

  /** Enter on a control, once it may be used. */
  async enter(target: Locator): Promise<void> {
    const usable = target.first().and(this.page.locator(':not(:disabled)'));
    await usable.waitFor({ timeout: PATIENCE });
    await this.reach(usable);
    await this.page.keyboard.press('Enter');
  }

  /** Types into a field, in place of what stood there. */
  async type(field: string | Locator, text: string): Promise<void> {
    const target = typeof field === 'string' ? this.labelled(field) : field;
    await this.reach(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Fills in every open line of a notice, as one who pastes its finished text. */
  async fillIn(label: string, words: string): Promise<void> {
    await this.paste(label, (text) => text.replaceAll('（请填写）', words));
  }

  /** Replaces the text of a field by another, as one who pastes it. */
  async paste(label: string, written: (before: string) => string): Promise<void> {
    const target = this.labelled(label);
    await this.reach(target);
    const text = await target.first().inputValue();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(written(text));
  }

  /** A refusal says which law it rests on; its words open with Enter and close with Escape, and nothing else closes. */
  async readLaw(place: Locator, law: RegExp): Promise<void> {
    const chip = place.getByRole('alert').locator('.cite--refuses').filter({ hasText: law });
    await this.enter(chip);
    const words = this.page.locator('.cite-text:visible').filter({ hasText: law });
    await words.first().waitFor({ timeout: PATIENCE });
    await this.page.keyboard.press('Escape');
    await words.first().waitFor({ state: 'hidden' });
    if (!(await chip.first().isVisible())) throw new Error('the refusal goes with its law');
  }

  /** Types a date into its three parts, in the order the browser asks for them. */
  async typeDate(label: string, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    const target = this.labelled(label);
    for (const digits of [month + day + year, year + month + day, day + month + year]) {
      await this.reach(target);
      await this.page.keyboard.press('Shift+Tab');
      await this.reach(target);
      await this.page.keyboard.type(digits);
      if ((await target.first().inputValue()) === date) return;
      for (let part = 0; part < 3; part++) {
        await this.page.keyboard.press('Backspace');
        await this.page.keyboard.press('ArrowLeft');
      }
    }
    throw new Error(`${label} does not take ${date}`);
  }

  /** Chooses from a list with the arrows. */
  async choose(label: string, option: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: label, exact: true }).first();
    await this.reach(box);
    await this.page.keyboard.press('ArrowDown');
    const active = this.page.locator(
      '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active',
    );
    for (let row = 0; row < 30; row++) {
      await active.waitFor({ timeout: PATIENCE });
      if ((await active.innerText()).trim() === option) {
        await this.page.keyboard.press('Enter');
        await active.waitFor({ state: 'hidden' });
        return;
      }
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`${label} has no ${option}`);
  }

  /** Chooses from a list that is searched: types what is wanted, and takes what is found; a list of several is closed after. */
  async search(box: Locator, option: string): Promise<void> {
    await this.reach(box);
    await this.page.keyboard.type(option);
    const lists = this.page.locator('.ant-select-dropdown').filter({ visible: true });
    const found = lists.locator('.ant-select-item-option-active').filter({ hasText: option });
    await found.waitFor({ timeout: PATIENCE });
    await this.page.keyboard.press('Enter');
    if (await lists.first().isVisible()) await this.page.keyboard.press('Escape');
    await lists.first().waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** One of several, with the arrows; one comes to the group by its chosen or its first choice. */
  async pick(option: string): Promise<void> {
    const wanted = this.page.getByRole('radio', { name: option, exact: true }).first();
    const group = wanted.locator('xpath=ancestor::*[@role="radiogroup"][1]');
    const chosen = group.locator('input:checked');
    await this.reach((await chosen.count()) > 0 ? chosen : group.locator('input'));
    for (let row = 0; row < 12 && !(await wanted.isChecked()); row++) {
      await this.page.keyboard.press('ArrowDown');
    }
    if (!(await wanted.isChecked())) throw new Error(`${option} cannot be picked`);
  }

  /** A tick, with Space. */
  async tick(name: string): Promise<void> {
    const box = this.page.getByRole('checkbox', { name, exact: true }).first();
    await box.waitFor({ timeout: PATIENCE });
    await this.reach(box);
    const before = await box.isChecked();
    await this.page.keyboard.press('Space');
    if ((await box.isChecked()) === before) throw new Error(`${name} does not answer Space`);
  }

  /** Moves by an arrow within a thing that has one stop, as a calendar; the focus goes elsewhere. */
  async arrow(key: 'ArrowDown' | 'ArrowRight'): Promise<void> {
    const from = await this.page.evaluateHandle('document.activeElement');
    await this.page.keyboard.press(key);
    await this.page.waitForFunction((old) => {
      const { document } = globalThis as unknown as { document: Spot['ownerDocument'] };
      return document.activeElement !== old;
    }, from);
  }

  /** Opens the computer's file dialogue with Enter and answers it. */
  async file(button: string, files: readonly ChosenFile[]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser', { timeout: PATIENCE });
    await this.press('button', button);
    const chooser: FileChooser = await asked;
    await chooser.setFiles([...files]);
  }

  /** The open dialogue: its focus is inside, Enter on its act; afterwards it is gone and the page has the focus again. */
  async confirm(act: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor({ timeout: PATIENCE });
    await this.press('button', act, dialog);
    await dialog.waitFor({ state: 'hidden', timeout: PATIENCE });
    const lost = await this.page.evaluate<boolean>(
      'document.activeElement.closest("[role=dialog]") !== null',
    );
    if (lost) throw new Error('the focus stays in a dialogue that is closed');
  }

  /**
   * Opens a dialogue by a button and leaves it as it was: Tab, however often, leads to nothing behind it (but to the browser's own
   * bar, which is the body here); Escape closes it, and the focus is on the button again.
   */
  async turnBack(button: string | RegExp, within?: Locator): Promise<void> {
    const place = within ?? this.page;
    const opener = place.getByRole('button', {
      name: button,
      ...(typeof button === 'string' ? { exact: true } : {}),
    });
    await this.press('button', button, within);
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor({ timeout: PATIENCE });
    const isInside = (): Promise<boolean> =>
      this.page.evaluate<boolean>(
        'document.activeElement === document.body || document.activeElement.closest("[role=dialog]") !== null',
      );
    for (const key of [...Array<string>(8).fill('Tab'), ...Array<string>(4).fill('Shift+Tab')]) {
      await this.page.keyboard.press(key);
      if (await isInside()) continue;
      const at = await this.page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
      throw new Error(`${key} leads out of the dialogue of ${String(button)}, to ${at}`);
    }
    await this.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden', timeout: PATIENCE });
    const same = await opener
      .first()
      .evaluate((one: Spot) => one.ownerDocument.activeElement === one);
    if (!same) throw new Error(`the focus does not come back to ${button}`);
  }

  /** Saves a file a button offers, and says how it is called. */
  async save(button: string | RegExp): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: 120_000 });
    await this.press('button', button);
    return (await download).suggestedFilename();
  }

  /** Types a moment (`2026-03-05T09:00`) into its parts, in the order an English browser asks for them. */
  async typeMoment(label: string, moment: string): Promise<void> {
    const [date = '', time = ''] = moment.split('T');
    const [year = '', month = '', day = ''] = date.split('-');
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const target = this.labelled(label);
    await this.reach(target);
    await this.page.keyboard.type(month + day + year);
    await this.page.keyboard.press('ArrowRight');
    const twelve = String(((hour + 11) % 12) + 1).padStart(2, '0');
    await this.page.keyboard.type(`${twelve}${String(minute).padStart(2, '0')}`);
    await this.page.keyboard.type(hour < 12 ? 'A' : 'P');
    const typed = await target.first().inputValue();
    if (typed !== moment) throw new Error(`${label} has ${typed} in place of ${moment}`);
  }

  /** Waits until a text is on the screen. */
  async see(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).locator('visible=true').first().waitFor({ timeout: PATIENCE });
  }

  /** What axe finds on the page now, in the first language; and in each whether the page overflows a phone. */
  async look(): Promise<readonly string[]> {
    await atRest(this.page);
    const found = this.locale === 'zh-CN' ? await axeFindings(this.page) : [];
    const size = this.page.viewportSize();
    await resize(this.page, PHONE_SIZE);
    if (await scrollsSideways(this.page)) found.push(`sideways at 390: ${this.page.url()}`);
    if (size !== null) await resize(this.page, size);
    return found;
  }

  /** Errors nobody caught, on any page until now. */
  uncaught(): readonly string[] {
    return this.errors;
  }

  private labelled(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }
}

/** Sits down at a fresh computer, chooses the language with the keyboard, and signs in. */
export async function sitDown(
  browser: Browser,
  url: string,
  locale: Locale,
  who?: { readonly username: string; readonly password: string },
): Promise<Keyboard> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  const hands = new Keyboard(await context.newPage(), locale);
  await hands.open(`${url}/sign-in`);
  if (locale === 'en') await hands.press('button', translatorFor('zh-CN')('shell.languageLabel'));
  if (who === undefined) return hands;
  await hands.type(hands.t('signIn.username'), who.username);
  await hands.type(hands.page.locator('input[type=password]'), who.password);
  await hands.page.keyboard.press('Enter');
  await hands.page.waitForURL('**/work**');
  return hands;
}
