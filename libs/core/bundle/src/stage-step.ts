import {
  isSignedStage,
  ruleOf,
  STAGE_DECISION,
  stagesOf,
  type StageDecision,
} from '@core/sealed-bid';
import { bodyOf, ofType, type ClosedBids } from './bid-steps';
import { BundleFault, type Bundle } from './bundle';
import type { VerifiedLog } from './log-steps';

/** From which entry on the keys of a bid's envelope may come: infinite while its stage is not decided. */
export interface Stages {
  readonly from: (bid: string, env: string) => number;
  /** Whether the bid did not reach the envelope's stage, so that it is not due to be opened. */
  readonly isReturned: (bid: string, env: string) => boolean;
}

interface OpenStage {
  readonly stage: number;
  readonly admitted: ReadonlySet<string>;
  readonly from: number;
}

/** How each envelope ended, by `<bid> <env>`: the entry, and whether it opened. */
type Ends = ReadonlyMap<string, { readonly index: number; readonly opened: boolean }>;

function endsOf(log: VerifiedLog, scope: string): Ends {
  const ends = new Map<string, { index: number; opened: boolean }>();
  for (const type of ['opening.opened', 'opening.failed']) {
    for (const { index, record } of ofType(log, scope, type)) {
      const { bid, env } = record.body;
      if (typeof bid !== 'string' || typeof env !== 'string') continue;
      ends.set(`${bid} ${env}`, { index, opened: type === 'opening.opened' });
    }
  }
  return ends;
}

/** Signed by the supervisor, against this closing, for bids that reached the stage before. */
function isLawful(
  bundle: Bundle,
  closed: ClosedBids,
  decision: StageDecision,
  going: ReadonlySet<string>,
): boolean {
  const { admitted } = decision;
  const supervisor = bundle.keys.find(({ id }) => id === 'supervisor');
  return (
    supervisor !== undefined &&
    isSignedStage(supervisor.pub, decision) &&
    decision.closed === closed.leaf &&
    new Set(admitted).size === admitted.length &&
    admitted.every((bid) => going.has(bid))
  );
}

/** A bid's envelopes of the stages before have ended by then, and all opened if it goes on. */
function checkEnded(
  closed: ClosedBids,
  { stage, admitted }: StageDecision,
  bid: string,
  index: number,
  ends: Ends,
): void {
  for (const { id: env } of closed.objects.get(bid)?.envelopes ?? []) {
    if (ruleOf(closed.opening, env).stage >= stage) continue;
    const end = ends.get(`${bid} ${env}`);
    if (!end || end.index > index) {
      throw new BundleFault('keys', 'stage_before_its_time', { index, bid, env });
    }
    if (!end.opened && admitted.includes(bid)) {
      throw new BundleFault('keys', 'admitted_though_failed', { index, bid, env });
    }
  }
}

/**
 * The decisions that opened later stages (tp1 §4.2): one for each, in order, signed by the supervisor against this
 * closing, after every envelope of the stage before had ended, and only for bids all of whose envelopes had opened.
 * They take effect when the quorum has cosigned them.
 */
export function verifyStages(bundle: Bundle, log: VerifiedLog, closed: ClosedBids): Stages {
  const { opening } = closed;
  const later = stagesOf(opening).slice(1);
  const ends = endsOf(log, bundle.scope);
  let going: ReadonlySet<string> = new Set(closed.bids.map(({ bid }) => bid));
  const open: OpenStage[] = [];
  for (const [at, logged] of ofType(log, bundle.scope, 'opening.stage').entries()) {
    const { index } = logged;
    const decision = bodyOf('keys', STAGE_DECISION, logged);
    const { stage } = decision;
    if (stage !== later[at] || !isLawful(bundle, closed, decision, going)) {
      throw new BundleFault('keys', 'stage_decision', { index, stage });
    }
    for (const bid of going) checkEnded(closed, decision, bid, index, ends);
    going = new Set(decision.admitted);
    open.push({ stage, admitted: going, from: log.gate(index)?.size ?? Number.POSITIVE_INFINITY });
  }
  const stageOf = (env: string): OpenStage | undefined =>
    open.find(({ stage }) => stage === ruleOf(opening, env).stage);
  return {
    from: (bid, env) => {
      if (ruleOf(opening, env).stage === 1) return 0;
      const stage = stageOf(env);
      return stage?.admitted.has(bid) ? stage.from : Number.POSITIVE_INFINITY;
    },
    isReturned: (bid, env) => {
      const { stage } = ruleOf(opening, env);
      return stage > 1 && !open.some((one) => one.stage === stage && one.admitted.has(bid));
    },
  };
}
