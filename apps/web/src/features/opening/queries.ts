import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

const UNTIL_COSIGNED = 2_000;

/** A hall with its events so far; asked again until its closed list is cosigned and keys may come. */
export function opening(id: string) {
  return queryOptions({
    queryKey: ['public', 'opening', id],
    queryFn: () => bodyOf(api.GET('/api/public/openings/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.closedLeaf === null && state.data.phase === 'unsealing' ? UNTIL_COSIGNED : false,
  });
}

/** The hall of a tender; not found before the deadline. */
export function openingOfTender(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'opening-of', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/opening', { params: { path: { id: tenderId } } })),
  });
}

/** What the person may do with this tender, as he acts now. */
export function ownTender(id: string) {
  return queryOptions({
    queryKey: ['tender', id],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}', { params: { path: { id } } })),
  });
}
