import {
  standOf,
  type Qualification,
  type QualificationStand,
  type Wanted,
} from '@core/enterprise';
import { accept, refuse, type Fen, type Instant, type Refusal, type Result } from '@core/kernel';

/** A tier of a pool: up to which sum a firm with this licence may take work (按资质承揽范围分级). */
export interface PoolTier {
  /** Short word it is referred to by, unique in the pool. */
  readonly key: string;
  readonly name: string;
  /** Null: no licence is asked for. */
  readonly qualification: Wanted | null;
  /** Highest sum of a single work, in fen, the number included; null: any. */
  readonly upTo: Fen | null;
}

/**
 * What a pool asks of everybody. There is no place for a number of seats, a locality, a size or an age of firms: none of
 * them may be asked (Fair Competition Review Rules art. 5 and 8; rules.md §6.4).
 */
export interface PoolTerms {
  /** Highest tier first. */
  readonly tiers: readonly PoolTier[];
  /** Licences everybody must hold besides its tier's, such as the safety permit. */
  readonly licences: readonly Wanted[];
  /** Working days an admission is published before it takes effect. */
  readonly publicityDays: number;
  /** Months between yearly reviews. */
  readonly reviewMonths: number;
  /** Months after a removal before a firm may apply again. */
  readonly coolOffMonths: number;
  /** With so many unfinished works from this pool a member sits out; null: no limit. */
  readonly mostUnfinished: number | null;
}

/** The terms of a pool that never said any: one tier without a limit, a week of publication, a yearly review. */
export const PLAIN_TERMS: PoolTerms = {
  tiers: [{ key: 'all', name: '不分级', qualification: null, upTo: null }],
  licences: [],
  publicityDays: 5,
  reviewMonths: 12,
  coolOffMonths: 12,
  mostUnfinished: null,
};

/** Why terms are not taken: each fault with the field it is about. */
export type PoolTermsRefusal = Refusal<'pool.terms_invalid'>;

const RANGES = {
  publicityDays: [1, 60],
  reviewMonths: [1, 24],
  coolOffMonths: [0, 60],
} as const;

/** Checks the terms of a pool; the refusal lists every fault as `field`. */
export function checkPoolTerms(terms: PoolTerms): Result<PoolTerms, PoolTermsRefusal> {
  const ranges = (Object.keys(RANGES) as (keyof typeof RANGES)[]).filter((field) => {
    const [least, most] = RANGES[field];
    return !Number.isInteger(terms[field]) || terms[field] < least || terms[field] > most;
  });
  const limit = terms.mostUnfinished;
  const keys = terms.tiers.map(({ key }) => key);
  const faults = [
    ...ranges,
    ...(limit !== null && (!Number.isInteger(limit) || limit < 1) ? ['mostUnfinished'] : []),
    ...(keys.length === 0 || new Set(keys).size < keys.length ? ['tiers'] : []),
    ...(terms.tiers.some((tier) => tier.upTo !== null && tier.upTo <= 0) ? ['upTo'] : []),
  ];
  return faults.length > 0 ? refuse('pool.terms_invalid', { faults }) : accept(terms);
}

/** How an applicant stands to one condition of a pool. */
export interface ConditionStand extends Wanted {
  readonly stand: QualificationStand;
}

/** How an applicant stands to a pool: everything at once, so that it is told once. */
export interface ApplicantStand {
  /** The highest tier its licences reach; null: none. */
  readonly tier: PoolTier | null;
  /** Tiers and licences, each with how the applicant stands to it. */
  readonly conditions: readonly ConditionStand[];
  /** Licences everybody must hold that it does not hold now. */
  readonly missing: readonly Wanted[];
}

/** Holds a firm's licences against the terms of a pool, at `at`. */
export function standToPool(
  terms: PoolTerms,
  qualifications: readonly Qualification[],
  at: Instant,
): ApplicantStand {
  const stand = ({ type, grade }: Wanted): ConditionStand => ({
    type,
    grade,
    stand: standOf(qualifications, { type, grade }, at),
  });
  const tier =
    terms.tiers.find(
      ({ qualification }) => qualification === null || stand(qualification).stand === 'held',
    ) ?? null;
  const licences = terms.licences.map(stand);
  return {
    tier,
    conditions: [
      ...terms.tiers.flatMap(({ qualification }) => (qualification ? [stand(qualification)] : [])),
      ...licences,
    ],
    missing: licences
      .filter((one) => one.stand !== 'held')
      .map(({ type, grade }) => ({ type, grade })),
  };
}

/** Whether a firm meets the conditions of a pool; says every licence that is missing at once. */
export function meetsTerms(
  terms: PoolTerms,
  qualifications: readonly Qualification[],
  at: Instant,
): Result<PoolTier, Refusal<'pool.conditions_unmet'>> {
  const { tier, missing } = standToPool(terms, qualifications, at);
  if (tier !== null && missing.length === 0) return accept(tier);
  const lowest = terms.tiers.at(-1)?.qualification;
  const wanted = [...(tier === null && lowest ? [lowest] : []), ...missing];
  return refuse('pool.conditions_unmet', {
    missing: wanted.map(({ type, grade }) => [type, grade ?? ''].join(' ').trim()),
  });
}
