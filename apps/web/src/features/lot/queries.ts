import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The consortia one leads or is named in. */
export const myConsortia = queryOptions({
  queryKey: ['consortia', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/consortia/mine')),
});

/** What the rules say of one's own firm for a lot. */
export function eligibility(tenderId: string, lot: number) {
  return queryOptions({
    queryKey: ['tender', tenderId, 'eligibility', lot],
    queryFn: () =>
      bodyOf(
        api.GET('/api/tenders/{id}/eligibility', {
          params: { path: { id: tenderId }, query: { lot } },
        }),
      ),
    retry: false,
  });
}

/** Relations between bidders, after the deadline. */
export function relations(tenderId: string) {
  return queryOptions({
    queryKey: ['tender', tenderId, 'relations'],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/relations', { params: { path: { id: tenderId } } })),
    retry: false,
  });
}
