import { accept, refuse, type Refusal, type Result } from '@core/kernel';

/** A member of the panel as the election of its leader sees it. */
export interface Elector {
  readonly seat: number;
  /** The seat the member gives the lead to; null: not yet. */
  readonly votedFor: number | null;
}

/** How an election stands. */
export type Election =
  | { readonly state: 'open'; readonly missing: number }
  /** All have voted and nobody has more than half: everybody votes again. */
  | { readonly state: 'tied' }
  | { readonly state: 'elected'; readonly seat: number; readonly votes: number };

/**
 * Counts an election (推举评标委员会负责人; Order 12 of 2001, art. 9: a leader is chosen by the members, and has the same vote as
 * every other). Nothing is known before everybody has voted; then more than half of all seats decide.
 */
export function countElection(seats: number, electors: readonly Elector[]): Election {
  const votes = electors.flatMap(({ votedFor }) => votedFor ?? []);
  if (votes.length < seats) return { state: 'open', missing: seats - votes.length };
  for (const { seat } of electors) {
    const given = votes.filter((one) => one === seat).length;
    if (given * 2 > seats) return { state: 'elected', seat, votes: given };
  }
  return { state: 'tied' };
}

/** Why a vote is not taken. */
export type VoteRefusal = Refusal<
  'evaluation.leader_elected' | 'evaluation.leader_voted' | 'evaluation.leader_unknown'
>;

/** Takes a member's vote for a seat of the same panel, once a round. */
export function voteForLeader(
  electors: readonly Elector[],
  leaderSeat: number | null,
  mySeat: number,
  seat: number,
): Result<readonly Elector[], VoteRefusal> {
  if (leaderSeat !== null) return refuse('evaluation.leader_elected');
  const me = electors.find((one) => one.seat === mySeat);
  if (me?.votedFor != null) return refuse('evaluation.leader_voted');
  if (!electors.some((one) => one.seat === seat)) return refuse('evaluation.leader_unknown');
  return accept(electors.map((one) => (one.seat === mySeat ? { ...one, votedFor: seat } : one)));
}

/** Whether this member may fix the report: the leader where one is elected, nobody while an election runs, else anybody. */
export function mayReport(
  electors: readonly Elector[],
  leaderSeat: number | null,
  mySeat: number,
): Result<true, Refusal<'evaluation.leader_open' | 'evaluation.leader_reports'>> {
  if (leaderSeat !== null) {
    return leaderSeat === mySeat ? accept(true) : refuse('evaluation.leader_reports');
  }
  const isRunning = electors.some(({ votedFor }) => votedFor !== null);
  return isRunning ? refuse('evaluation.leader_open') : accept(true);
}
