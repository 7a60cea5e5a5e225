import { taggedHashHex } from '@core/kernel';
import type { EvaluationPlan } from './plan';

/** How the files of a bid's technical part are called in a blind review: by one of these their names begin. */
export const TECHNICAL_PREFIXES = ['暗标', 'blind-'] as const;

/** Whether a plan has its items scored without names (暗标评审). */
export function isBlind(plan: Pick<EvaluationPlan, 'blind'> | null): boolean {
  return plan?.blind === true;
}

/** Whether a file of a bid belongs to its technical part, which is shown before names are. */
export function isTechnical(name: string): boolean {
  return TECHNICAL_PREFIXES.some((prefix) => name.startsWith(prefix));
}

/**
 * What the platform commits itself to before anybody has handed in a bid: the hash of its nonce (64 hexadecimal digits),
 * which it shows when the names are opened.
 */
export function blindCommitment(tender: string, nonce: string): string {
  return taggedHashHex('sunlit/blind-commitment', { tender, nonce });
}

/** What the codes of a blind review are computed from. */
export interface BlindFacts {
  readonly tender: string;
  readonly nonce: string;
  /** Leaf hash of `bids.closed`: fixed when the bids are, and unknown before. */
  readonly closed: string;
  /** Every bid of the closed list. */
  readonly bids: readonly string[];
}

/** A bid and the code it is reviewed under: `01`, `02`, … */
export interface BlindCode {
  readonly bid: string;
  readonly code: string;
}

/**
 * The codes of the bids: in the order of a hash of nonce, closing and bid. The nonce was committed to before the first bid and
 * the closing is the bidders', so that nobody alone could choose the order; whoever has the nonce computes it again.
 */
export function blindCodes({ tender, nonce, closed, bids }: BlindFacts): readonly BlindCode[] {
  const digits = Math.max(2, String(bids.length).length);
  return bids
    .map((bid) => ({
      bid,
      key: taggedHashHex('sunlit/blind-code', { tender, nonce, closed, bid }),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ bid }, at) => ({ bid, code: String(at + 1).padStart(digits, '0') }));
}
