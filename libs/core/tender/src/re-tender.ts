import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import { lawOf, legalDate, ruleFor, type RuleSet } from '@core/rules';
import type { Tender } from './tender';

const TIMES = /（第(\d{1,2})次）$/;
const LONGEST_TITLE = 200;

/** Which time a tender is called, from its title: 1 for one without a mark. */
export function timesCalled(title: string): number {
  const found = TIMES.exec(title);
  return found ? Number(found[1]) : 1;
}

/** The title of the next call: 道路工程 → 道路工程（第2次）→ 道路工程（第3次）. */
export function nextTitle(title: string): string {
  const mark = `（第${timesCalled(title) + 1}次）`;
  const bare = Array.from(title.replace(TIMES, ''));
  return bare.slice(0, LONGEST_TITLE - mark.length).join('') + mark;
}

/**
 * Calls a tender again (重新招标) after it failed or was given up: title of the next call, and what the law says of a
 * second failure (Measures for works tendering art. 38: after it, other ways may be open).
 */
export function reTender(
  tender: Pick<Tender, 'state' | 'regime'> & { readonly title: string },
  set: RuleSet,
  at: Instant,
): Result<
  { readonly title: string; readonly afterSecondFailure: LawBasis | null },
  Refusal<'tender.wrong_state'>
> {
  const { state, title, regime } = tender;
  if (state !== 'failed' && state !== 'terminated') {
    return refuse('tender.wrong_state', { state });
  }
  const rule =
    timesCalled(title) >= 2 ? ruleFor(set, 'c30-second-fail', regime, legalDate(at)) : null;
  return accept({ title: nextTitle(title), afterSecondFailure: rule && lawOf(rule) });
}
