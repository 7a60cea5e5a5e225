import type { Instant } from '@core/kernel';

/** What somebody is in a firm. */
export const STAFF_ROLES = [
  'project_manager',
  'technical_lead',
  'safety_officer',
  'quality_officer',
  'cost_engineer',
  'other',
] as const;
/** One of {@link STAFF_ROLES}. */
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A key person of a firm. The identity number is here as a keyed digest only; nobody can read it back. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly certificateType: string;
  readonly certificate: string;
  readonly validUntil: Instant;
  readonly idDigest: string;
}

/** What everybody may know of a key person (national data specification: name and certificate are public). */
export type PublicStaffMember = Omit<StaffMember, 'id' | 'idDigest'>;

/** A key person without what is not public. */
export function publicStaff(member: StaffMember): PublicStaffMember {
  const { name, role, certificateType, certificate, validUntil } = member;
  return { name, role, certificateType, certificate, validUntil };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The check character of the first 17 digits of a citizen identity number (GB 11643-1999). */
export function idNumberCheck(first17: string): string | null {
  if (!/^\d{17}$/.test(first17)) return null;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return CHECKS.charAt(sum % 11);
}

/** Whether a text is a citizen identity number: a date that exists, and the right check character. */
export function isIdNumber(text: string): boolean {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(text);
  if (!match || idNumberCheck(text.slice(0, 17)) !== text.charAt(17)) return false;
  const [, year, month, day] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** An identity number as it is compared: without spaces, its check letter upper-case. */
export function tidyIdNumber(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** The birthday in a citizen identity number (GB 11643-1999), as `YYYY-MM-DD`. */
export function birthdayOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}
