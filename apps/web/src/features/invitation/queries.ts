import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** Who is invited to one's own tender. */
export function invitations(tenderId: string) {
  return queryOptions({
    queryKey: ['tender', tenderId, 'invitations'],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/invitations', { params: { path: { id: tenderId } } })),
  });
}

/** The invitations one's own firm has received. */
export const receivedInvitations = queryOptions({
  queryKey: ['received-invitations'],
  queryFn: () => bodyOf(api.GET('/api/received-invitations')),
});
