import type {
  CompetitionFinding,
  HallDrawn,
  LotAssessment,
  LotRecommendation,
  Mark,
} from '@core/evaluation';
import { fenToYuan, type Encodable } from '@core/kernel';
import type { BlindState } from './blind-review';
import type { LotComputation } from './evaluation.entity';
import type { PanelLetter } from './evaluations.store';

/** Everything a report says. */
interface ReportParts {
  readonly tenderId: string;
  readonly assessments: readonly LotAssessment[];
  readonly computations: readonly LotComputation[];
  readonly findings: readonly CompetitionFinding[];
  readonly recommended: readonly LotRecommendation[];
  readonly drawn: HallDrawn;
  readonly marks: readonly Mark[];
  /** Seats of the members by their person: the report names nobody. */
  readonly seats: ReadonlyMap<string, number>;
  readonly letters: readonly PanelLetter[];
  /** The blind review the marks were given in; null: none. */
  readonly blind: Pick<BlindState, 'nonce' | 'codes'> | null;
}

function assessmentBody({ lot, ...one }: LotAssessment): Record<string, Encodable> {
  const named = lot === undefined ? {} : { lot };
  if (one.outcome === 'rejected') {
    return { ...named, bid: one.bidId, rejected: [...one.grounds] };
  }
  const { bidId: bid, rank, price, score } = one;
  const scored = score === undefined ? {} : { score };
  return { ...named, bid, rank, price: fenToYuan(price), ...scored };
}

function computationBody(one: LotComputation): Record<string, Encodable> {
  return {
    lot: one.lot,
    method: one.method,
    benchmark: one.benchmarkYuan,
    steps: one.steps.map((step) => ({ ...step })),
    parameters: { ...one.parameters },
    bids: one.bids.map(({ bidId: bid, exact, score, rank, priceScore, items }) => ({
      bid,
      exact,
      score,
      rank,
      ...(priceScore === null
        ? {}
        : { priceScore, items: items.map(({ itemId, mean }) => ({ item: itemId, mean })) }),
    })),
  };
}

function recommendationBody({ lot, candidates, passedOver }: LotRecommendation): Encodable {
  return {
    lot,
    candidates: candidates.map(({ bidId, rank }) => ({ bid: bidId, rank })),
    passedOver: [...passedOver],
  };
}

function drawnBody({ values, orders }: HallDrawn): Record<string, Encodable> {
  const listed = Object.entries(orders).map(([kind, bids]) => [kind, [...bids]] as const);
  return {
    ...(Object.keys(values).length === 0 ? {} : { drawn: { ...values } }),
    ...(listed.length === 0 ? {} : { orders: Object.fromEntries(listed) }),
  };
}

/**
 * Body of `evaluation.reported` (docs/protocols/evaluation.md): with the published plan and the opened bids it is all that
 * is needed to compute the ranks again. Members are their seats.
 */
export function reportBody(parts: ReportParts): Record<string, Encodable> {
  const { computations, findings, recommended, drawn, marks, seats, letters } = parts;
  const whole = (name: string, values: readonly Encodable[]): Record<string, Encodable> =>
    values.length === 0 ? {} : { [name]: [...values] };
  const scored = marks
    .map(({ judge, bidId: bid, itemId: item, points }) => ({
      seat: seats.get(judge) ?? 0,
      bid,
      item,
      points,
    }))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return {
    tender: parts.tenderId,
    assessments: parts.assessments.map(assessmentBody),
    ...(recommended.length > 1 ? { recommended: recommended.map(recommendationBody) } : {}),
    ...drawnBody(drawn),
    ...whole('computations', computations.map(computationBody)),
    ...whole('marks', scored),
    ...(parts.blind === null
      ? {}
      : {
          blind: {
            nonce: parts.blind.nonce,
            codes: parts.blind.codes.map((one) => ({ ...one })),
          },
        }),
    ...whole(
      'findings',
      findings.map((one) => ({ ...one })),
    ),
    ...whole(
      'asked',
      letters.map(({ id, bidId, about, answeredAt }) => ({
        question: id,
        bid: bidId,
        about,
        answered: answeredAt !== null,
      })),
    ),
  };
}

function keyOf(mark: {
  readonly bid: string;
  readonly item: string;
  readonly seat: number;
}): string {
  return `${mark.bid} ${mark.item} ${String(mark.seat).padStart(3, '0')}`;
}
