/** One event of a hall, already in words. */
export interface StreamEvent {
  readonly seq: number;
  readonly at: string;
  readonly text: string;
  readonly tone?: 'own' | 'refusal';
  /** Decisions are announced to screen readers; presence and the like are not. */
  readonly decision?: boolean;
}

/** What the stream shows: an event, or a hole in the numbering. */
export type StreamRow =
  | { readonly kind: 'event'; readonly event: StreamEvent }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number };

/** Orders events by number, drops repetitions and makes every missing number visible. */
export function streamRows(events: readonly StreamEvent[]): readonly StreamRow[] {
  const sorted = [...new Map(events.map((event) => [event.seq, event])).values()].sort(
    (one, other) => one.seq - other.seq,
  );
  return sorted.flatMap((event, index): StreamRow[] => {
    const before = sorted[index - 1];
    const row: StreamRow = { kind: 'event', event };
    return before !== undefined && event.seq > before.seq + 1
      ? [{ kind: 'gap', from: before.seq + 1, to: event.seq - 1 }, row]
      : [row];
  });
}

/** Whether the numbering is complete between its first and last number. */
export function hasGap(rows: readonly StreamRow[]): boolean {
  return rows.some((row) => row.kind === 'gap');
}
