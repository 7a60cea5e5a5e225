/** A pattern of wins that a supervisor should look at: at least so many entries and wins, and more than this share won. */
export interface WinWatch {
  readonly entered: number;
  readonly won: number;
  /** Percent of the entries. */
  readonly above: number;
}

/**
 * The patterns that audits of lotteries look for (rules.md, collusion leads): leads for people to follow, no finding and
 * no limit of law.
 */
export const WIN_WATCHES: readonly WinWatch[] = [
  { entered: 3, won: 2, above: 50 },
  { entered: 5, won: 3, above: 30 },
];

/** The first pattern a record of entries and wins shows, or null. */
export function watchOf(
  { entered, won }: { readonly entered: number; readonly won: number },
  watches: readonly WinWatch[] = WIN_WATCHES,
): WinWatch | null {
  return (
    watches.find(
      (watch) => entered >= watch.entered && won >= watch.won && won * 100 > watch.above * entered,
    ) ?? null
  );
}
