import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  firstRule,
  groundOf,
  lawOf,
  legalDate,
  REFUSAL_GROUNDS,
  refuseByLaw,
  ruleFor,
  type Rule,
  type RuleSet,
  type UnderLaw,
} from '@core/rules';
import type { LotState } from './lot';
import { isAwarded, lawOn, type Tender } from './tender';

/** What an upheld query leads to under the procurement law, after the award too. */
const QUERY_EFFECT = 'gp-query-effect';

/** What an upheld objection to the result may lead to. */
export const RESULT_REMEDIES = ['passed_over', 'stands', 'failed'] as const;
/**
 * `passed_over`: the candidate it concerns is left out and the next one stands first; `stands`: looked at again, the result
 * is the same; `failed`: nobody can be chosen, the lot is called again.
 */
export type ResultRemedy = (typeof RESULT_REMEDIES)[number];

/** What an upheld objection led to: to the documents `corrected` or `terminated`, to the result a {@link ResultRemedy}. */
export type Remedy = ResultRemedy | 'corrected' | 'terminated';

/** What a decision on a complaint may order about a result: what an upheld objection may lead to is narrowed by it. */
export const RESULT_ORDERS = ['leave_out', 'look_again', 'call_again'] as const;
/**
 * `leave_out`: the candidate is left out, an award he had is void; `look_again`: the evaluation is looked at again, whatever
 * comes of it; `call_again`: nobody is chosen, the lot is called again.
 */
export type ResultOrder = (typeof RESULT_ORDERS)[number];

/** What an upheld complaint may order; `none`: it holds, and changes nothing in the tender. */
export const COMPLAINT_ORDERS = ['correct_documents', ...RESULT_ORDERS, 'none'] as const;
export type ComplaintOrder = (typeof COMPLAINT_ORDERS)[number];

const CARRIED_OUT_BY: Readonly<Record<ResultOrder, readonly ResultRemedy[]>> = {
  // Where nobody is left to be chosen the lot comes to nothing.
  leave_out: ['passed_over', 'failed'],
  look_again: RESULT_REMEDIES,
  call_again: ['failed'],
};

/** The remedies that carry out an order; without one, all. */
export function remediesFor(order: string | null): readonly ResultRemedy[] {
  const known = RESULT_ORDERS.find((one) => one === order);
  return known === undefined ? RESULT_REMEDIES : CARRIED_OUT_BY[known];
}

/** The grounds on which a candidate may be left out (Implementing Regulations art. 55). */
export const PASS_OVER_GROUNDS = ['gave_up', 'cannot_perform', 'no_security', 'violation'] as const;
export type PassOverGround = (typeof PASS_OVER_GROUNDS)[number];

/** Why a remedy cannot be recorded. */
export type RemedyRefusal = Refusal<
  | 'objection.not_upheld'
  | 'objection.remedied_already'
  | 'objection.text_missing'
  | 'objection.ground_missing'
  | 'objection.too_few_left'
  | 'objection.unknown_candidate'
  | 'objection.contract_signed'
  | 'objection.order_departs'
  | 'tender.wrong_state'
>;

/** An objection and what became of it. */
export interface Upheld {
  readonly stage: 'documents' | 'result';
  readonly upheld: boolean | null;
  readonly remediedAt: Instant | null;
  /** What a decision on a complaint ordered; absent or null: its tenderer upheld it. */
  readonly order?: ComplaintOrder | null;
}

/** What a tenderer records. */
export interface RemedyWish {
  readonly remedy: ResultRemedy;
  /** Why the candidate is left out; null where none is. */
  readonly ground: PassOverGround | null;
  /** Who is left out, by his rank in the lot; null: the first who is left. */
  readonly rank: number | null;
  readonly text: string;
}

/** Where a lot stands, and what is left of its ranking when a candidate is left out. */
export interface LeftOfLot {
  /** What was decided of the lot. */
  readonly state: LotState;
  /** Where the candidate to be left out stands among those who are left; `unknown`: he is not one of them. */
  readonly place: 'first' | 'later' | 'unknown';
  /** Whether both sides have signed the contract with whom the award went to. */
  readonly contractSigned: boolean;
  readonly candidates: number;
  /** Bids that were ranked: the qualified ones. */
  readonly qualified: number;
}

/**
 * Whether an upheld objection to the result has to lead to something in a lot: while it can be awarded, and under the
 * procurement law, or by the order of a decision on a complaint, after its award too. In a lot that failed, or is awarded for
 * good, there is nothing to be done.
 */
export function concernsLot(
  { regime }: Pick<Tender, 'regime'>,
  state: LotState,
  set: RuleSet,
  at: Instant,
  isOrdered = false,
): boolean {
  if (state === 'awarded' && isOrdered) return true;
  if (state === 'awarded') return ruleFor(set, QUERY_EFFECT, regime, legalDate(at)) !== null;
  return state === 'open';
}

/** Whether an upheld objection has not led to anything yet. */
export function isUnremedied({ upheld, remediedAt }: Omit<Upheld, 'stage' | 'order'>): boolean {
  return upheld === true && remediedAt === null;
}

/**
 * Takes what an upheld objection to the result leads to in a lot. Before an award a candidate is left out on a ground of law,
 * or the lot comes to nothing, or the result stands after a second look. Under the procurement law a query is answered after
 * the award too: it is void then, as long as no contract is signed, and the next candidate is chosen only where enough
 * qualified suppliers are left (MoF Order 94 art. 16): one who stands later may be left out without that, for it has no effect
 * on the award; a signed contract is for the finance department's decision.
 */
export function remedyResult(
  tender: Tender,
  objection: Upheld,
  { remedy, ground, text }: RemedyWish,
  left: LeftOfLot,
  set: RuleSet,
  at: Instant,
): Result<{ readonly text: string; readonly law: LawBasis | null }, RemedyRefusal> {
  const law = lawOn(tender, set, at);
  const { regime } = tender;
  const query = ruleFor(set, QUERY_EFFECT, regime, law.on);
  const order = objection.order ?? null;
  const isConcerned = concernsLot(tender, left.state, set, at, order !== null);
  const waits = mayBeRemedied(tender, objection, isConcerned);
  if (!waits.ok) return waits;
  if (!remediesFor(order).includes(remedy)) {
    return refuseByLaw('objection.order_departs', law);
  }
  const said = text.trim();
  if (said === '') return refuse('objection.text_missing');
  if (left.contractSigned && remedy !== 'stands') {
    return refuseByLaw('objection.contract_signed', law);
  }
  const next = remedy === 'passed_over' ? mayPassOver(ground, left, query?.value ?? 1, law) : null;
  if (next && !next.ok) return next;
  return accept({ text: said, law: basisOf(order, query, law) });
}

/** What a remedy rests on: the order of a decision, the rule about queries, or the one about upheld objections. */
function basisOf(order: string | null, query: Rule | null, law: UnderLaw): LawBasis | null {
  const ordered = REFUSAL_GROUNDS['objection.order_departs'];
  const upheld = REFUSAL_GROUNDS['award.objection_upheld'];
  const rule = order === null ? (query ?? firstRule(law, upheld)) : firstRule(law, ordered);
  return rule ? lawOf(rule) : null;
}

/** Whether an objection waits for what it leads to, and its tender is where that can be done. */
function mayBeRemedied(
  { state }: Tender,
  { stage, upheld, remediedAt }: Upheld,
  isConcerned: boolean,
): Result<true, RemedyRefusal> {
  if (stage !== 'result' || upheld !== true) return refuse('objection.not_upheld');
  if (remediedAt !== null) return refuse('objection.remedied_already');
  const isOut = isConcerned && (state === 'publicity' || isAwarded(state));
  return isOut ? accept(true) : refuse('tender.wrong_state', { state });
}

/** Whether a candidate may be left out: on a ground of law; the first one, where enough are left. */
function mayPassOver(
  ground: PassOverGround | null,
  { candidates, qualified, place }: LeftOfLot,
  minimum: number,
  law: UnderLaw,
): Result<true, RemedyRefusal> {
  if (ground === null) return refuseByLaw('objection.ground_missing', law);
  if (place === 'unknown') return refuse('objection.unknown_candidate');
  if (place === 'later') return accept(true);
  if (candidates > 0 && qualified >= minimum) return accept(true);
  return refuseByLaw('objection.too_few_left', law, { left: qualified, minimum });
}

/** Whether an award may be made in spite of the objections that were upheld: not before each has led to something. */
export function awardDespiteUpheld(
  tender: Tender,
  objections: readonly Upheld[],
  set: RuleSet,
  at: Instant,
): Result<true, Refusal<'award.objection_upheld'>> {
  const upheld = objections.filter((one) => one.stage === 'result' && isUnremedied(one)).length;
  if (upheld === 0) return accept(true);
  return refuse(
    'award.objection_upheld',
    { upheld },
    groundOf('award.objection_upheld', lawOn(tender, set, at)),
  );
}
