import type { Fen, Instant } from '@core/kernel';
import { fenToYuan } from '@core/kernel';

const BEIJING = 8 * 3_600_000;

/** `20260323093000`: Beijing time without a zone, as the specification writes instants. */
export function specTime(at: Instant): string {
  return new Date(at + BEIJING).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** An amount in yuan, `3579546.00`. */
export function specAmount(amount: Fen): string {
  return fenToYuan(amount);
}

/** Digits of the code of a place inside a unified social credit code (GB 32100-2015: characters 3 to 8). */
export function regionOf(creditCode: string): string {
  return creditCode.slice(2, 8);
}

/**
 * 项目编号 (17 characters): a letter, the code of the place, ten digits. The inner form is read from samples (date and
 * running number), not from the text of the specification.
 */
export function projectNumber(region: string, unifiedCode: string): string {
  const [, , date = '', serial = ''] = unifiedCode.split('-');
  return `M${region}${date.slice(2)}${serial.slice(-4)}`;
}

/** 招标项目编号 (20): the project's with the number of the call in it, from 1. */
export function tenderNumber(project: string, call: number): string {
  return project + String(call).padStart(3, '0');
}

/** 标段（包）编号 (23): the tender's with the number of the lot, from 1. */
export function sectionNumber(tender: string, lot: number): string {
  return tender + String(lot).padStart(3, '0');
}

/** 主体类别: 2 for companies (codes that begin with 9), 3 for public institutions, 6 for the rest of the bodies here. */
export function subjectKind(creditCode: string): string {
  if (creditCode.startsWith('9')) return '2';
  return creditCode.startsWith('12') ? '3' : '6';
}
