import type { Fen, Instant } from '@core/kernel';
import type { ProjectKind } from '@core/rules';
import { AWARDED_STATES, type TenderState } from '@core/tender';
import type { TenderRow } from './tender.entity';

/** What the public may filter tenders by. */
export interface TenderFilter {
  /** Words, for the full-text search (`@server/search`). */
  readonly text?: string | undefined;
  /** `awarded`: with those that are contracted or archived since. */
  readonly state?: TenderState | undefined;
  readonly category?: string | undefined;
  readonly region?: string | undefined;
  readonly kind?: ProjectKind | undefined;
  /** Bounds of the ceiling, both included; tenders without a ceiling are in no bounds. */
  readonly atLeast?: Fen | undefined;
  readonly atMost?: Fen | undefined;
  /** Published from this instant on, and before that one. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One page of a list; `next` continues it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Where a list of published tenders goes on. */
export function cursorOf(row: TenderRow): string {
  return Buffer.from(`${row.publishedAt ?? 0}/${row.id}`).toString('base64url');
}

/** Reads what {@link cursorOf} wrote; null for anything else. */
export function readCursor(text: string): { at: Instant; id: string } | null {
  const match = /^(\d{1,15})\/([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  return match ? { at: Number(match[1]), id: match[2] ?? '' } : null;
}

/** SQLite keeps moments as text, MySQL as DATETIME: raw parameters have to match. */
export function momentParameter(isEmbedded: boolean, at: Instant): string | Date {
  if (!isEmbedded) return new Date(at);
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '');
}

/** A query that takes more conditions. */
interface Narrowable {
  andWhere(condition: string, parameters: Record<string, unknown>): unknown;
}

/** Narrows a query whose tender is `t` by everything a filter says but its words. */
export function narrowTenders(query: Narrowable, filter: TenderFilter, isEmbedded: boolean): void {
  const { state, category, region, kind, atLeast, atMost, from, to } = filter;
  const narrow = (condition: string, name: string, value: unknown): void => {
    if (value !== undefined && value !== '') query.andWhere(condition, { [name]: value });
  };
  const moment = (at?: Instant): string | Date | undefined =>
    at === undefined ? undefined : momentParameter(isEmbedded, at);
  if (state === 'awarded') narrow('t.state IN (:...states)', 'states', AWARDED_STATES);
  else narrow('t.state = :state', 'state', state);
  narrow('t.category = :category', 'category', category);
  narrow('t.region = :region', 'region', region);
  narrow('t.kind = :kind', 'kind', kind);
  narrow('t.ceiling >= :atLeast', 'atLeast', atLeast);
  narrow('t.ceiling <= :atMost', 'atMost', atMost);
  narrow('t.publishedAt >= :from', 'from', moment(from));
  narrow('t.publishedAt < :to', 'to', moment(to));
}
