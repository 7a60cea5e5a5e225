import { HIGHEST_PPM } from '@core/bid-security';

/** Millionths of a typed percentage, `0.05` is 500. Null: not a rate. */
export function ppmOf(typed: string): number | null {
  const match = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(typed.trim());
  if (match === null) return null;
  const [, whole = '0', places = ''] = match;
  const ppm = Number(whole) * 10_000 + Number(places.padEnd(4, '0'));
  return ppm <= HIGHEST_PPM ? ppm : null;
}

/** A rate in millionths as a percentage, without zeros nobody needs. */
export function rateText(ppm: number): string {
  const places = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '');
  return `${Math.floor(ppm / 10_000)}.${places}`;
}
