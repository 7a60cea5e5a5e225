/** A bid as the closing sees it. */
export interface SubmittedBid {
  readonly bid: string;
  readonly bidHash: string;
  readonly bidder: string;
  readonly seq: number;
  readonly withdrawn: boolean;
}

/** A line of `bids.closed`. */
export interface ClosedBid {
  readonly bid: string;
  readonly bidHash: string;
}

/**
 * The closed list: submitted, not withdrawn, not superseded by a later bid of the same bidder (tp1 §4.3), in
 * ascending order of id, so that the order tells nothing. A withdrawn later bid does not revive the earlier one.
 */
export function closedList(submitted: readonly SubmittedBid[]): ClosedBid[] {
  const latest = new Map<string, number>();
  for (const { bidder, seq } of submitted) {
    latest.set(bidder, Math.max(seq, latest.get(bidder) ?? 0));
  }
  return submitted
    .filter((one) => !one.withdrawn && one.seq === latest.get(one.bidder))
    .map(({ bid, bidHash }) => ({ bid, bidHash }))
    .sort((one, other) => (one.bid < other.bid ? -1 : 1));
}
