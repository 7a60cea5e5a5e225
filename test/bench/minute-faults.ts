/** What a minute is measured against. */
interface Wanted {
  readonly bidders: number;
  readonly mostMs: number;
}

/** What a minute came to: the receipts bidders hold, those the tenderer's list shows, and how long it took. */
interface Measured {
  readonly receipts: readonly string[];
  readonly rows: readonly string[];
  readonly ms: number;
}

/** Everything that is wrong with a deadline's last minute; empty: nothing. */
export function minuteFaults(
  { bidders, mostMs }: Wanted,
  { receipts, rows, ms }: Measured,
): readonly string[] {
  const [held, stored] = [new Set(receipts), new Set(rows)];
  const lost = [...held].filter((one) => !stored.has(one)).length;
  const unknown = [...stored].filter((one) => !held.has(one)).length;
  return [
    ...(held.size === bidders ? [] : [`${held.size} receipts for ${bidders} bidders`]),
    ...(rows.length === stored.size ? [] : [`${rows.length - stored.size} rows twice`]),
    ...(lost === 0 ? [] : [`${lost} receipts without a row`]),
    ...(unknown === 0 ? [] : [`${unknown} rows without a receipt`]),
    ...(ms <= mostMs ? [] : [`${Math.round(ms)} ms, more than ${mostMs}`]),
  ];
}
