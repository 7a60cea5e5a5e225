import { fenFromWire, formatYuan, type Fen } from '@core/kernel';

/** Reads the wire's string of fen. Null when it is not one: then nothing is shown rather than a wrong sum. */
export function amountOf(wire: string): Fen | null {
  const amount = fenFromWire(wire);
  return amount.ok ? amount.value : null;
}

/** `1,268.40` for 12,684,000.00 yuan: units of ten thousand, rounded half up. Lists and statistics only. */
export function formatTenThousands(amount: Fen): string {
  const hundredths = (BigInt(amount) + 5_000n) / 10_000n;
  const [whole = '0', decimals = '00'] = formatYuan(Number(hundredths) as Fen).split('.');
  return `${whole}.${decimals}`;
}
