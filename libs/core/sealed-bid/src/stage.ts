import {
  ANYTHING,
  hexOf,
  IDENTIFIER,
  list,
  struct,
  verifyPayload,
  whole,
  type ShapeOf,
} from '@core/kernel';
import type { EnvelopeRule, Opening } from './opening';

/**
 * `opening.stage`: the stage before is decided, and these bids go on (tp1 §4.2, §4.5). `closed` is the leaf hash of
 * `bids.closed`; `sig` is the supervisor's, over {@link stagePayload} under `tp1/opening/stage`.
 */
export const STAGE_DECISION = struct({
  closed: hexOf(32),
  stage: whole(2, 9),
  admitted: list(IDENTIFIER, 0, 10_000),
  sig: ANYTHING,
});
export type StageDecision = ShapeOf<typeof STAGE_DECISION>;

/** What the supervisor signs to open a stage. */
export function stagePayload(decision: Omit<StageDecision, 'sig'>): object {
  const { closed, stage, admitted } = decision;
  return { closed, stage, admitted };
}

/** Whether a decision carries the supervisor's signature. */
export function isSignedStage(publicKey: string, decision: StageDecision): boolean {
  return verifyPayload(publicKey, 'tp1/opening/stage', stagePayload(decision), decision.sig);
}

/** The rule of an envelope. An envelope without a rule is public and opened at stage 1. */
export function ruleOf(opening: Pick<Opening, 'envelopes'>, env: string): EnvelopeRule {
  const rule = opening.envelopes?.find(({ id }) => id === env);
  return rule ?? { id: env, visibility: 'public', stage: 1 };
}

/** The stages of a tender in order, beginning with its first. */
export function stagesOf(opening: Pick<Opening, 'envelopes'>): number[] {
  const stages = new Set(opening.envelopes?.map(({ stage }) => stage) ?? [1]);
  return [...stages].sort((one, other) => one - other);
}
