import { accept, refuse, type Refusal, type Result } from '@core/kernel';

/** A member of the panel as the election of its leader sees it. */
export interface Elector {
  readonly seat: number;
  /** The seat the member gives the lead to; null: not in this round. */
  readonly votedFor: number | null;
}

/** How an election stands. */
export type Election =
  | { readonly state: 'open'; readonly missing: number }
  /** All have voted and nobody has more than half: everybody votes again. */
  | { readonly state: 'tied' }
  | { readonly state: 'elected'; readonly seat: number; readonly votes: number };

/**
 * Counts an election (推举评标委员会负责人; Order 12 of 2001, art. 9: a leader, where there is one, is chosen by the members or named
 * by the tenderer, and has the same vote as every other). More than half of all seats decide, as soon as they are there; so a
 * member who does not vote holds nobody up.
 */
export function countElection(seats: number, electors: readonly Elector[]): Election {
  const votes = electors.flatMap(({ votedFor }) => votedFor ?? []);
  for (const { seat } of electors) {
    const given = votes.filter((one) => one === seat).length;
    if (given * 2 > seats) return { state: 'elected', seat, votes: given };
  }
  return votes.length < seats
    ? { state: 'open', missing: seats - votes.length }
    : { state: 'tied' };
}

/** Why a vote is not taken. */
export type VoteRefusal = Refusal<'evaluation.leader_voted' | 'evaluation.leader_unknown'>;

/**
 * Takes a member's vote for a seat of the same panel, once a round. A panel that has a leader may elect another in the same way:
 * one who falls ill does not stop the evaluation.
 */
export function voteForLeader(
  electors: readonly Elector[],
  mySeat: number,
  seat: number,
): Result<readonly Elector[], VoteRefusal> {
  const me = electors.find((one) => one.seat === mySeat);
  if (me?.votedFor != null) return refuse('evaluation.leader_voted');
  if (!electors.some((one) => one.seat === seat)) return refuse('evaluation.leader_unknown');
  return accept(electors.map((one) => (one.seat === mySeat ? { ...one, votedFor: seat } : one)));
}

/** Whether this member may fix the report: the leader where one is elected, else anybody. */
export function mayReport(
  leaderSeat: number | null,
  mySeat: number,
): Result<true, Refusal<'evaluation.leader_reports'>> {
  return leaderSeat === null || leaderSeat === mySeat
    ? accept(true)
    : refuse('evaluation.leader_reports');
}
