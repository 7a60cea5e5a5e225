/** How many witnesses cosigned a receipt: the signature lines of its checkpoint after the log's own. */
export function witnessesOf(logReceipt: Readonly<Record<string, unknown>> | null): number {
  const proof = logReceipt?.proof;
  if (typeof proof !== 'string') return 0;
  return Math.max(0, proof.split('\n').filter((line) => line.startsWith('— ')).length - 1);
}
