import { fenFromWire, type Fen, type Instant } from '@core/kernel';
import { endOfDate, startOfDate, type ProjectKind } from '@core/rules';
import { TENDER_STATES, type TenderState } from '@core/tender';
import type { TenderFilter } from '@server/tender';
import { FenText, LegalDate, OneOf, QueryNumber, Text } from '../http/fields';

const KINDS = ['works', 'goods', 'services'] as const satisfies readonly ProjectKind[];

/** What the public list may be filtered by; of an address, so that a search can be linked to. */
export class TenderQueryDto {
  @Text({ max: 60, optional: true }) q?: string;
  @OneOf(TENDER_STATES, { optional: true }) state?: TenderState;
  @OneOf(KINDS, { optional: true }) kind?: ProjectKind;
  @Text({ max: 40, optional: true }) category?: string;
  @Text({ max: 60, optional: true }) region?: string;
  /** Bounds of the ceiling, both included. */
  @FenText({ optional: true }) atLeast?: string;
  @FenText({ optional: true }) atMost?: string;
  /** Dates of publication, both included. */
  @LegalDate({ optional: true }) from?: string;
  @LegalDate({ optional: true }) to?: string;
  @Text({ max: 200, optional: true }) cursor?: string;
  @QueryNumber({ min: 1, max: 100, optional: true }) limit?: number;
}

function amount(text: string | undefined): Fen | undefined {
  const read = fenFromWire(text ?? '');
  return read.ok ? read.value : undefined;
}

/** A day that no month has (30 February) bounds nothing. */
function bound(date: string | undefined, at: (date: string) => Instant): Instant | undefined {
  const instant = date === undefined ? Number.NaN : at(date);
  return Number.isNaN(instant) ? undefined : instant;
}

/** The filter a query stands for. */
export function filterOf(query: TenderQueryDto): TenderFilter {
  const { q, state, kind, category, region, from, to, cursor, limit } = query;
  return {
    text: q,
    state,
    kind,
    category,
    region,
    atLeast: amount(query.atLeast),
    atMost: amount(query.atMost),
    from: bound(from, startOfDate),
    to: bound(to, endOfDate),
    after: cursor,
    limit: limit ?? 20,
  };
}
