import { protocolTime } from '@core/kernel';
import type { Opening } from '@core/sealed-bid';
import { DomainError } from '@server/platform';
import type { LotRow, TenderRow } from './tender.entity';

/** Without holders named, bids open with their bidders' keys alone; the tender's page says what that means. */
const BIDDERS_ONLY = { mode: 'bidder' as const, t: 0, windowSeconds: 1800, holders: [] };

/** How the bids of a published tender are sealed and opened, in the form the bidder's client seals to (tp1 §4.2). */
export function openingOf(tender: TenderRow, lots: readonly Pick<LotRow, 'number'>[]): Opening {
  const { deadline } = tender;
  if (deadline === null) throw new DomainError('tender.not_open');
  const { mode, t, windowSeconds, holders } = tender.sealing ?? BIDDERS_ONLY;
  return {
    mode,
    t,
    holders: holders.map(({ id, x, recipient }) => ({ id, x, recipient })),
    deadline: protocolTime(deadline),
    openAt: protocolTime(deadline),
    submitGraceSec: 120,
    bidderWindowSec: windowSeconds,
    onBidderAbsence: 'holders',
    envelopes: [{ id: 'sheet', visibility: 'public', stage: 1 }],
    ...(lots.length > 1 ? { lots: lots.map(({ number }) => number) } : {}),
  };
}
