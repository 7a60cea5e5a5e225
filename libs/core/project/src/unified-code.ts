import type { ProjectKind, Regime } from '@core/rules';
import { isoMod37 } from './iso-mod-37';

/** What a unified transaction code is made of (统一交易标识码, data specification of public resource trading, reference 3). */
export interface UnifiedCodeParts {
  /** Class of the transaction: a capital letter and two digits, such as `A03` (roads). */
  readonly dealClass: string;
  /** Unified social credit code of the platform that gives the code. */
  readonly platform: string;
  /** Legal date of registration, `YYYY-MM-DD`. */
  readonly date: string;
  /** Running number of the day, 1 to 999 999. */
  readonly serial: number;
}

/** The form of the code; the check character is not judged, since codes of other platforms follow other readings of it. */
const FORM = /^[A-Z]\d{2}-[0-9A-Z]{18}-\d{8}-\d{6}-[0-9A-Z*]$/;

/** Whether a text has the form of a unified transaction code (40 characters). */
export function isUnifiedCode(text: string): boolean {
  return FORM.test(text);
}

/**
 * The unified transaction code of a project: class, platform, date, serial, and a check character by ISO 7064 MOD 37-2
 * (GB/T 17710) over all of them. Throws a RangeError where a part does not fit the form.
 */
export function unifiedCode({ dealClass, platform, date, serial }: UnifiedCodeParts): string {
  const day = date.replaceAll('-', '');
  const number = String(serial).padStart(6, '0');
  const code = `${dealClass}-${platform}-${day}-${number}-`;
  const whole = `${code}${isoMod37(`${dealClass}${platform}${day}${number}`)}`;
  if (!isUnifiedCode(whole)) throw new RangeError(`no unified transaction code: ${whole}`);
  return whole;
}

/**
 * The classes of construction in the data specification's table of transactions (公共资源交易分类): `A01` buildings, `A02`
 * municipal works, `A03` roads, `A04` railways, `A05` civil aviation, `A06` water transport, `A07` water conservancy,
 * `A08` energy, `A09` post and telecommunications, `A99` other. What is numbered between them differs from place to place.
 */
export const WORKS_CLASSES = [
  'A01',
  'A02',
  'A03',
  'A04',
  'A05',
  'A06',
  'A07',
  'A08',
  'A09',
  'A99',
] as const;
export type WorksClass = (typeof WORKS_CLASSES)[number];

const PROCUREMENT = { goods: 'D01', works: 'D02', services: 'D03' } as const;

/**
 * The class of a project in the data specification's table of transactions: `D01`–`D03` where goods or services are
 * bought, else the class of its works, `A99` where it names none. That D stands for procurement is read from samples,
 * not from the table.
 */
export function dealClassOf(
  kind: ProjectKind,
  regime: Regime,
  worksClass: WorksClass | null,
): string {
  return regime === 'B' || kind !== 'works' ? PROCUREMENT[kind] : (worksClass ?? 'A99');
}
