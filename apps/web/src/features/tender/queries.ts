import { AWARDED_STATES } from '@core/tender';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';
import type { TenderState } from '../../shared/api/wire';
import type { TenderSearch } from './tender-search';

const FIRST = '';
const FOLLOW = 10_000;
const OVER: ReadonlySet<TenderState> = new Set([...AWARDED_STATES, 'failed', 'terminated']);

async function fetchTenders(search: TenderSearch, cursor: string) {
  const query = { ...search, ...(cursor === FIRST ? {} : { cursor }) };
  return bodyOf(api.GET('/api/public/tenders', { params: { query } }));
}

/** The newest tenders of a kind. */
export function latestTenders(search: TenderSearch) {
  return queryOptions({
    queryKey: ['public', 'tenders', 'latest', search],
    queryFn: () => fetchTenders(search, FIRST),
  });
}

/** The whole list, page by page. */
export function tenderPages(search: TenderSearch) {
  return infiniteQueryOptions({
    queryKey: ['public', 'tenders', 'pages', search],
    queryFn: ({ pageParam }) => fetchTenders(search, pageParam),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  });
}

/** One tender with everything that is public now. */
export function tender(id: string) {
  return queryOptions({
    queryKey: ['public', 'tender', id],
    queryFn: () => bodyOf(api.GET('/api/public/tenders/{id}', { params: { path: { id } } })),
    // A page left open follows the tender until it is over.
    refetchInterval: (query) =>
      query.state.data !== undefined && OVER.has(query.state.data.state) ? false : FOLLOW,
  });
}
