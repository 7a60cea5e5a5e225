import type { Locator, Page } from 'playwright-core';
import { axeFindings } from './browser';

const PATIENCE = 60_000;

/** A refusal on the screen: its citation stands in it, and opens with the law's own words. */
export async function cited(page: Page, place: Locator, law: RegExp): Promise<void> {
  const chip = place.getByRole('alert').locator('.cite--refuses').filter({ hasText: law });
  const words = page.locator('.cite-text:visible');
  await chip.first().waitFor({ timeout: PATIENCE });
  // Where the mouse rests, a chip may have come to lie under it and opened by itself.
  await page.mouse.move(0, 0);
  await words.waitFor({ state: 'hidden' });
  await chip.first().press('Enter');
  await words.filter({ hasText: law }).first().waitFor();
  await page.keyboard.press('Escape');
  await words.waitFor({ state: 'hidden' });
  expect(await axeFindings(page)).toEqual([]);
}
