/** A bid as the closing sees it. */
export interface SubmittedBid {
  readonly bid: string;
  readonly bidHash: string;
  readonly bidder: string;
  readonly seq: number;
  readonly withdrawn: boolean;
  /** Where the tender has several lots. */
  readonly lot?: number | undefined;
}

/** A line of `bids.closed`. */
export interface ClosedBid {
  readonly bid: string;
  readonly bidHash: string;
}

/**
 * The closed list: submitted, not withdrawn, not superseded by a later bid of the same bidder for the same lot (tp1 §4.3), in
 * ascending order of id, so that the order tells nothing. A withdrawn later bid does not revive the earlier one.
 */
export function closedList(submitted: readonly SubmittedBid[]): ClosedBid[] {
  const latest = new Map<string, number>();
  const place = ({ bidder, lot }: SubmittedBid): string => `${bidder} ${lot ?? ''}`;
  for (const one of submitted) {
    latest.set(place(one), Math.max(one.seq, latest.get(place(one)) ?? 0));
  }
  return submitted
    .filter((one) => !one.withdrawn && one.seq === latest.get(place(one)))
    .map(({ bid, bidHash }) => ({ bid, bidHash }))
    .sort((one, other) => (one.bid < other.bid ? -1 : 1));
}
