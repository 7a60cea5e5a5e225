import type { TenderState } from '../../shared/api/wire';

/** The states people may filter by. */
export const FILTER_STATES = [
  'published',
  'opening',
  'evaluation',
  'publicity',
  'awarded',
  'contracted',
  'archived',
  'failed',
  'terminated',
] as const satisfies readonly TenderState[];

/** The categories notices are sorted into. */
export const CATEGORIES = [
  'works',
  'goods',
  'services',
  'procurement',
  'framework',
  'pool',
  'rural',
  'agro',
] as const;

/** The filters of the list as they stand in the address. */
export interface TenderSearch {
  readonly q?: string;
  readonly state?: (typeof FILTER_STATES)[number];
  readonly category?: string;
  readonly region?: string;
}

const LONGEST = 60;

function text(value: unknown): string | undefined {
  const trimmed =
    typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return trimmed === '' ? undefined : trimmed.slice(0, LONGEST);
}

/** Reads the address; what is not a filter is dropped rather than refused. */
export function parseTenderSearch(search: Readonly<Record<string, unknown>>): TenderSearch {
  const q = text(search.q);
  const region = text(search.region);
  const state = FILTER_STATES.find((one) => one === search.state);
  const category = text(search.category);
  return {
    ...(q === undefined ? {} : { q }),
    ...(state === undefined ? {} : { state }),
    ...(category === undefined ? {} : { category }),
    ...(region === undefined ? {} : { region }),
  };
}

/** Whether anything is filtered at all. */
export function isFiltered(search: TenderSearch): boolean {
  return Object.keys(search).length > 0;
}
