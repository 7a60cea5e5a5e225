import { accept, refuse, type Fen, type Instant, type Refusal, type Result } from '@core/kernel';
import { judgeByBand, type Finding } from '@core/rules';
import { methodIsLawful, type PublicationFacts } from './decisions';
import { lawOn, type Tender } from './tender';

/** Who is chosen directly (直接择优), for how much and why. */
export interface DirectChoice {
  readonly price: Fen;
  readonly reason: string;
}

/** Why a direct choice cannot be made. */
export type DirectChoiceRefusal = Refusal<
  | 'tender.wrong_state'
  | 'tender.unlawful'
  | 'tender.basis_missing'
  | 'direct.other_method'
  | 'direct.reason_missing'
  | 'direct.over_estimate'
>;

/**
 * Whether the tenderer may choose now: the purchase is a draft of this method, the place's own document leaves it open for
 * that size, whoever must decide has decided, the reason is given, and the price stays within what was planned.
 */
export function chooseDirectly(
  tender: Tender,
  facts: Pick<PublicationFacts, 'set' | 'basis' | 'local'>,
  { price, reason }: DirectChoice,
  now: Instant,
): Result<{ readonly reason: string; readonly findings: readonly Finding[] }, DirectChoiceRefusal> {
  const { state, method, estimate, ceiling } = tender;
  if (state !== 'draft') return refuse('tender.wrong_state', { state });
  if (method !== 'direct_choice') return refuse('direct.other_method', { method });
  const lawful = methodIsLawful(tender, facts, [], lawOn(tender, facts.set, now));
  if (!lawful.ok) return lawful;
  const given = reason.trim();
  if (given === '') return refuse('direct.reason_missing');
  const limit = ceiling ?? estimate;
  if (price > limit) return refuse('direct.over_estimate', { price, limit });
  const findings = facts.local === null ? [] : [judgeByBand(facts.local, method)];
  return accept({ reason: given, findings });
}
