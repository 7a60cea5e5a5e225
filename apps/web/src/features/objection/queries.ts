import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** How many objections wait for an answer. */
export function openObjections(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'objections', tenderId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/public/tenders/{id}/objections', { params: { path: { id: tenderId } } }),
      ),
  });
}

/** The objections this reader may see. */
export function objections(tenderId: string) {
  return queryOptions({
    queryKey: ['tender', 'objections', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/objections', { params: { path: { id: tenderId } } })),
  });
}
