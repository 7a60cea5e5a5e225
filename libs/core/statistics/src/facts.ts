import type { Fen, Instant } from '@core/kernel';
import { isObject, textOf, type Json, type JsonObject } from '@core/ocds';
import { legalDate } from '@core/rules';

/** What was awarded to one supplier. */
export interface SupplierFact {
  readonly id: string;
  readonly name: string;
  readonly awarded: Fen;
}

/** What the statistics take from one published process (an OCDS compiled release), and nothing else. */
export interface ProcessFact {
  readonly ocid: string;
  readonly title: string;
  /** Of the notice, Beijing time: `2026`. */
  readonly year: string;
  /** Township, `''` where none is published. */
  readonly region: string;
  /** As published (`procurementMethodDetails`). */
  readonly method: string;
  /** Code of the classification. */
  readonly category: string;
  readonly status: 'running' | 'awarded' | 'failed' | 'cancelled';
  /** Sum of active awards; null while there is none. */
  readonly awarded: Fen | null;
  /** Ceilings of what was awarded; null where one of them was not published. */
  readonly ceiling: Fen | null;
  /** Bids that were opened; null before the opening. */
  readonly bids: number | null;
  readonly noticeAt: Instant | null;
  readonly deadlineAt: Instant | null;
  readonly candidatesAt: Instant | null;
  readonly awardedAt: Instant | null;
  readonly suppliers: readonly SupplierFact[];
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** Any RFC 3339 date-time: other publishers write other forms than ours. */
function instant(value: Json | undefined): Instant | null {
  const text = textOf(value);
  const at = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function fen(value: Json | undefined): Fen | null {
  const { amount } = object(value);
  return typeof amount === 'number' ? (Math.round(amount * 100) as Fen) : null;
}

/** The sum; null when one is missing or there is none. */
function sum(amounts: readonly (Fen | null)[]): Fen | null {
  if (amounts.length === 0 || amounts.includes(null)) return null;
  return amounts.reduce<number>((all, one) => all + (one ?? 0), 0) as Fen;
}

function statusOf(status: string, awards: number): ProcessFact['status'] {
  if (status === 'unsuccessful') return 'failed';
  if (status === 'cancelled' || status === 'withdrawn') return 'cancelled';
  return status === 'complete' && awards > 0 ? 'awarded' : 'running';
}

function ceilingOf(tender: JsonObject, awards: readonly JsonObject[]): Fen | null {
  const lots = objects(tender.lots);
  if (lots.length === 0) return awards.length === 0 ? null : fen(tender.value);
  const won = new Set(awards.flatMap(({ relatedLots }) => (relatedLots ?? []) as string[]));
  return sum(lots.filter(({ id }) => won.has(textOf(id))).map((lot) => fen(lot.value)));
}

function bidsOf(compiled: JsonObject): number | null {
  const counted = objects(object(compiled.bids).statistics).find(({ id }) => id === 'bids');
  return typeof counted?.value === 'number' ? counted.value : null;
}

function suppliersOf(awards: readonly JsonObject[]): SupplierFact[] {
  return awards.flatMap((award) =>
    objects(award.suppliers)
      .slice(0, 1)
      .map(({ id, name }) => ({
        id: textOf(id),
        name: textOf(name),
        awarded: fen(award.value) ?? (0 as Fen),
      })),
  );
}

/**
 * Reads what the statistics need out of a compiled release. Whoever has the open data can do the same and comes to the
 * same figures; a consortium counts for its first member.
 */
export function factOf(compiled: JsonObject): ProcessFact {
  const tender = object(compiled.tender);
  const awards = objects(compiled.awards).filter(({ status }) => status === 'active');
  const period = object(tender.tenderPeriod);
  const noticeAt = instant(period.startDate);
  const dates = (values: readonly (Json | undefined)[]): Instant[] =>
    values.map(instant).filter((one) => one !== null);
  const shortlisted = objects(tender.documents).filter(
    ({ documentType }) => documentType === 'shortlistedFirms',
  );
  const candidates = dates(shortlisted.map((one) => one.datePublished));
  const awardDates = dates(awards.map((award) => award.date));
  return {
    ocid: textOf(compiled.ocid),
    title: textOf(tender.title),
    year: noticeAt === null ? '' : legalDate(noticeAt).slice(0, 4),
    region: textOf(objects(tender.deliveryAddresses)[0]?.locality),
    method: textOf(tender.procurementMethodDetails),
    category: textOf(object(tender.classification).id),
    status: statusOf(textOf(tender.status), awards.length),
    awarded: sum(awards.map((award) => fen(award.value))),
    ceiling: ceilingOf(tender, awards),
    bids: bidsOf(compiled),
    noticeAt,
    deadlineAt: instant(period.endDate),
    candidatesAt: candidates.length === 0 ? null : Math.min(...candidates),
    awardedAt: awardDates.length === 0 ? null : Math.max(...awardDates),
    suppliers: suppliersOf(awards),
  };
}
