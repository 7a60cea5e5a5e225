import { fenFromWire, fenFromYuan, formatYuan, type Fen } from '@core/kernel';

/** Reads the wire's string of fen. Null when it is not one: then nothing is shown rather than a wrong sum. */
export function amountOf(wire: string): Fen | null {
  const amount = fenFromWire(wire);
  return amount.ok ? amount.value : null;
}

/** `12,684,000.00` from the yuan of a record; as it stands where it is none. */
export function shownYuan(record: string): string {
  const amount = fenFromYuan(record);
  return amount.ok ? formatYuan(amount.value) : record;
}

/** `1,268.40` for 12,684,000.00 yuan: units of ten thousand, rounded half up. Lists and statistics only. */
export function formatTenThousands(amount: Fen): string {
  const hundredths = (BigInt(amount) + 5_000n) / 10_000n;
  const [whole = '0', decimals = '00'] = formatYuan(Number(hundredths) as Fen).split('.');
  return `${whole}.${decimals}`;
}

/** Reads a sum in yuan as people type or paste it: spaces, commas and 元 do not matter. Null when it is none. */
export function readYuan(typed: string): Fen | null {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[\s,，元]/g, ''));
  if (match === null) return null;
  const [, whole = '0', cents = ''] = match;
  const amount = fenFromYuan(`${BigInt(whole)}.${cents.padEnd(2, '0')}`);
  return amount.ok ? amount.value : null;
}
