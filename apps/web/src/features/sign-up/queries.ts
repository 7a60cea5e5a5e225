import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** What the firm has signed up for. */
export const mySignUps = queryOptions({
  queryKey: ['sign-ups', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/sign-ups/mine')),
});

/** Who has signed up. */
export function signUps(id: string) {
  return queryOptions({
    queryKey: ['tender', id, 'sign-ups'],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/sign-ups', { params: { path: { id } } })),
  });
}

/** Who has taken which document, the first first. */
export function downloads(id: string) {
  return queryOptions({
    queryKey: ['tender', id, 'downloads'],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/downloads', { params: { path: { id } } })),
  });
}
