import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** How the works of a tender were done, by lot. */
export function performances(id: string) {
  return queryOptions({
    queryKey: ['tenders', id, 'performances'],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/performances', { params: { path: { id } } })),
  });
}
