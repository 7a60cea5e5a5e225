import { Fraction, type Fen, type Instant } from '@core/kernel';
import type { ProcessFact, SupplierFact } from './facts';

/** What processes are grouped by. */
export const GROUPINGS = ['year', 'region', 'method', 'category'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The figures of some processes. Every one is computed from {@link ProcessFact}s and can be computed again. */
export interface Figures {
  readonly processes: number;
  readonly running: number;
  readonly awarded: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Sum of the awards. */
  readonly sum: Fen;
  /** Ceilings less awards, of those that have both. */
  readonly saved: Fen;
  /** The same as a share of the ceilings, in per cent with two decimals; null where none has both. */
  readonly savedPercent: string | null;
  /** Opened bids per opened process, two decimals; null before any opening. */
  readonly bidsEach: string | null;
  /** Medians in days with one decimal; null where no process has got so far. */
  readonly days: {
    readonly noticeToDeadline: string | null;
    readonly deadlineToCandidates: string | null;
    readonly candidatesToAward: string | null;
  };
  /** Share of the largest supplier in the sum of awards, per cent with two decimals. */
  readonly largestPercent: string | null;
  /** Herfindahl-Hirschman index of the suppliers' shares, 0 to 10 000, whole. */
  readonly concentration: string | null;
}

const DAY = 86_400_000n;

function percent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  return Fraction.of(BigInt(part) * 100n, BigInt(whole)).toFixed(2, 'half-up');
}

function median(spans: readonly number[]): string | null {
  if (spans.length === 0) return null;
  const sorted = [...spans].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Fraction.of(BigInt(upper) + BigInt(lower), 2n * DAY).toFixed(1, 'half-up');
}

function spans(
  facts: readonly ProcessFact[],
  from: (fact: ProcessFact) => Instant | null,
  to: (fact: ProcessFact) => Instant | null,
): number[] {
  return facts.flatMap((fact) => {
    const [start, end] = [from(fact), to(fact)];
    return start === null || end === null || end < start ? [] : [end - start];
  });
}

/** What each supplier was awarded, the largest first; equal sums by id. */
export function suppliersIn(facts: readonly ProcessFact[]): readonly SupplierFact[] {
  const all = new Map<string, SupplierFact>();
  for (const one of facts.flatMap((fact) => fact.suppliers)) {
    const awarded = ((all.get(one.id)?.awarded ?? 0) + one.awarded) as Fen;
    all.set(one.id, { ...one, awarded });
  }
  return [...all.values()].sort(
    (one, other) => other.awarded - one.awarded || (one.id < other.id ? -1 : 1),
  );
}

function concentrationOf(shares: readonly number[]): string | null {
  const total = BigInt(shares.reduce((sum, one) => sum + one, 0));
  if (total === 0n) return null;
  const squares = shares.reduce((sum, one) => sum + BigInt(one) * BigInt(one), 0n);
  return Fraction.of(squares * 10_000n, total * total).toFixed(0, 'half-up');
}

/** The figures of these processes. */
export function figuresOf(facts: readonly ProcessFact[]): Figures {
  const count = (status: ProcessFact['status']): number =>
    facts.filter((fact) => fact.status === status).length;
  const compared = facts.filter((fact) => fact.awarded !== null && fact.ceiling !== null);
  const ceilings = compared.reduce((sum, fact) => sum + (fact.ceiling ?? 0), 0);
  const paid = compared.reduce((sum, fact) => sum + (fact.awarded ?? 0), 0);
  const opened = facts.filter((fact) => fact.bids !== null);
  const bids = opened.reduce((sum, fact) => sum + (fact.bids ?? 0), 0);
  const shares = suppliersIn(facts).map((one) => one.awarded);
  const shared = shares.reduce<number>((sum, one) => sum + one, 0);
  return {
    processes: facts.length,
    running: count('running'),
    awarded: count('awarded'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    sum: facts.reduce((sum, fact) => sum + (fact.awarded ?? 0), 0) as Fen,
    saved: (ceilings - paid) as Fen,
    savedPercent: percent(ceilings - paid, ceilings),
    bidsEach:
      opened.length === 0
        ? null
        : Fraction.of(BigInt(bids), BigInt(opened.length)).toFixed(2, 'half-up'),
    days: {
      noticeToDeadline: median(
        spans(
          facts,
          (one) => one.noticeAt,
          (one) => one.deadlineAt,
        ),
      ),
      deadlineToCandidates: median(
        spans(
          facts,
          (one) => one.deadlineAt,
          (one) => one.candidatesAt,
        ),
      ),
      candidatesToAward: median(
        spans(
          facts,
          (one) => one.candidatesAt,
          (one) => one.awardedAt,
        ),
      ),
    },
    largestPercent: percent(shares[0] ?? 0, shared),
    concentration: concentrationOf(shares),
  };
}

/** The figures of each group, by its key in order; years the newest first. */
export function grouped(
  facts: readonly ProcessFact[],
  by: Grouping,
): readonly { readonly key: string; readonly figures: Figures }[] {
  const groups = new Map<string, ProcessFact[]>();
  for (const fact of facts) groups.set(fact[by], [...(groups.get(fact[by]) ?? []), fact]);
  const keys = [...groups.keys()].sort();
  if (by === 'year') keys.reverse();
  return keys.map((key) => ({ key, figures: figuresOf(groups.get(key) ?? []) }));
}
