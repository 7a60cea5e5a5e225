import { queryOptions } from '@tanstack/react-query';
import type { PassOverGround, ResultRemedy } from '@core/tender';
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

/** What a remedy would change, and the notice that would go out. */
export function remedyPreview(
  id: string,
  query: {
    readonly remedy: ResultRemedy;
    readonly ground?: PassOverGround;
    readonly rank?: number;
    readonly lot: number;
  },
) {
  return queryOptions({
    queryKey: ['tender', 'remedy', id, query],
    queryFn: () =>
      bodyOf(api.GET('/api/objections/{id}/remedy', { params: { path: { id }, query } })),
  });
}
