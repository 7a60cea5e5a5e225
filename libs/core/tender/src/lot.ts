import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import {
  checkBidBond,
  type Finding,
  type ProjectKind,
  type Regime,
  type RuleSet,
  type LegalDate,
} from '@core/rules';

export const LOT_STATES = ['open', 'failed', 'awarded'] as const;
/** What was decided of a lot; where it stands otherwise is where its tender stands. */
export type LotState = (typeof LOT_STATES)[number];

/** What a lot wants of who bids for it: a licence of this type, of this grade or a higher one. */
export interface WantedQualification {
  readonly type: string;
  /** Null: any grade. */
  readonly grade: string | null;
}

/** A lot as its tenderer describes it. */
export interface LotTerms {
  readonly title: string;
  readonly estimate: Fen;
  readonly ceiling: Fen | null;
  readonly bidBond: Fen;
  readonly qualification: WantedQualification | null;
}

/** A lot (标段). Every tender has at least one, number 1. */
export interface Lot extends LotTerms {
  readonly number: number;
  readonly state: LotState;
}

/** The most lots a tender may have. */
export const MOST_LOTS = 50;

/** Why a tender cannot be divided into these lots, or a lot not be taken. */
export type LotRefusal = Refusal<'tender.lots_invalid' | 'lot.not_found' | 'lot.failed'>;

/**
 * Divides a tender into lots, numbered from 1. Their estimates must add up to the tender's: a lot is a part of the
 * project, never more of it (Implementing Regulations art. 24 forbids dividing to evade).
 */
export function divideTender(
  estimate: Fen,
  parts: readonly LotTerms[],
): Result<readonly Lot[], LotRefusal> {
  const bad = (reason: string): Result<readonly Lot[], LotRefusal> =>
    refuse('tender.lots_invalid', { reason });
  if (parts.length === 0 || parts.length > MOST_LOTS) return bad('count');
  if (new Set(parts.map(({ title }) => title)).size !== parts.length) return bad('title');
  if (parts.some((one) => one.estimate <= 0)) return bad('estimate');
  if (parts.reduce((sum, one) => sum + one.estimate, 0) !== estimate) return bad('sum');
  return accept(parts.map((part, at) => ({ ...part, number: at + 1, state: 'open' as const })));
}

/** What the tender as a whole says: sums of its lots. No ceiling where one lot has none. */
export function totalsOf(
  lots: readonly LotTerms[],
): Pick<LotTerms, 'estimate' | 'ceiling' | 'bidBond'> {
  const sum = (amounts: readonly number[]): Fen => fen(amounts.reduce((all, one) => all + one, 0));
  const ceilings = lots.flatMap(({ ceiling }) => (ceiling === null ? [] : [ceiling]));
  return {
    estimate: sum(lots.map(({ estimate }) => estimate)),
    ceiling: ceilings.length === lots.length ? sum(ceilings) : null,
    bidBond: sum(lots.map(({ bidBond }) => bidBond)),
  };
}

/** The bid security of each lot, held against its own estimate; nothing for a tender of one lot, which is judged whole. */
export function lotFindings(
  set: RuleSet,
  regime: Regime,
  kind: ProjectKind,
  lots: readonly Lot[],
  on: LegalDate,
): readonly Finding[] {
  if (lots.length < 2) return [];
  return lots.flatMap(({ number: lot, bidBond: bond, estimate }) =>
    checkBidBond(set, regime, kind, { bond, estimate }, on).map((one) => ({
      ...one,
      facts: { ...one.facts, lot },
    })),
  );
}

/** The lot with this number, if bids are taken for it. */
export function lotOf<L extends Lot>(lots: readonly L[], number: number): Result<L, LotRefusal> {
  const lot = lots.find((one) => one.number === number);
  if (!lot) return refuse('lot.not_found', { lot: number });
  return lot.state === 'failed' ? refuse('lot.failed', { lot: number }) : accept(lot);
}
