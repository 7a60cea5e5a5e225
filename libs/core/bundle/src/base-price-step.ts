import type { LoggedRecord } from '@core/ledger';
import { BASE_PRICE, basePriceCommit, ruleOf, SEALED_BASE_PRICE } from '@core/sealed-bid';
import { bodyOf, ofType, secondsOf, type ClosedBids } from './bid-steps';
import { BundleFault, type Bundle, type Findings } from './bundle';
import type { VerifiedLog } from './log-steps';

type Lot = number | undefined;

function fault(reason: string, { index }: LoggedRecord, lot: Lot): BundleFault {
  return new BundleFault('base_prices', reason, { index, ...(lot === undefined ? {} : { lot }) });
}

/** Whether a record names a lot of the tender, exactly where it has several. */
function isOfTender(
  { scope }: Bundle,
  closed: ClosedBids | null,
  { tender, lot }: { readonly tender: string; readonly lot?: Lot },
): boolean {
  if (tender !== scope) return false;
  if (!closed) return true;
  const { lots } = closed.opening;
  return lots ? lot !== undefined && lots.includes(lot) : lot === undefined;
}

/** The commitments: after the notice, before the closing and its deadline, one for each lot. */
function sealedOf(bundle: Bundle, log: VerifiedLog, closed: ClosedBids | null): Map<Lot, string> {
  const sealed = new Map<Lot, string>();
  const [notice] = ofType(log, bundle.scope, 'tender.published');
  for (const logged of ofType(log, bundle.scope, 'base_price.sealed')) {
    const body = bodyOf('base_prices', SEALED_BASE_PRICE, logged);
    const { index, record } = logged;
    const { lot, commit } = body;
    if (!isOfTender(bundle, closed, body)) throw fault('base_price_of_another', logged, lot);
    if (!notice || index < notice.index) throw fault('base_price_before_notice', logged, lot);
    if (sealed.has(lot)) throw fault('base_price_twice', logged, lot);
    if (closed) {
      const latest = secondsOf(closed.opening.deadline) + closed.opening.submitGraceSec;
      const isLate = index > closed.index || secondsOf(record.at) > latest;
      if (isLate) throw fault('base_price_late', logged, lot);
    }
    sealed.set(lot, commit);
  }
  return sealed;
}

/** The last entry that ended a public envelope of the first stage: before it nothing that a bid could follow may be known. */
export function publicEndsAt(bundle: Bundle, log: VerifiedLog, closed: ClosedBids): number {
  const ends = ['opening.opened', 'opening.failed']
    .flatMap((type) => ofType(log, bundle.scope, type))
    .filter(({ record: { body } }) => {
      const env = typeof body.env === 'string' ? body.env : '';
      const { stage, visibility } = ruleOf(closed.opening, env);
      return stage === 1 && visibility === 'public';
    });
  return ends.reduce((last, { index }) => Math.max(last, index), closed.index);
}

/**
 * Base prices (标底): one commitment for each lot, sealed before the bids closed; what was opened is what was sealed, and
 * was opened once, after every bid. One that was never opened is told; it decides nothing.
 */
export function verifyBasePrices(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  findings: Findings,
): void {
  const sealed = sealedOf(bundle, log, closed);
  const from = closed ? publicEndsAt(bundle, log, closed) : Number.POSITIVE_INFINITY;
  const opened = new Set<Lot>();
  for (const logged of ofType(log, bundle.scope, 'base_price.opened')) {
    const base = bodyOf('base_prices', BASE_PRICE, logged);
    const { lot } = base;
    if (logged.index < from) throw fault('base_price_early', logged, lot);
    if (lot !== undefined && closed?.failedLots.has(lot)) {
      throw fault('base_price_of_failed_lot', logged, lot);
    }
    if (opened.has(lot)) throw fault('base_price_opened_twice', logged, lot);
    if (base.tender !== bundle.scope || basePriceCommit(base) !== sealed.get(lot)) {
      throw fault('base_price_not_sealed', logged, lot);
    }
    opened.add(lot);
  }
  for (const lot of sealed.keys()) {
    if (opened.has(lot)) continue;
    findings.warn('base_prices', 'base_price_not_opened', lot === undefined ? {} : { lot });
  }
  findings.done('base_prices', { sealed: sealed.size, opened: opened.size });
}
