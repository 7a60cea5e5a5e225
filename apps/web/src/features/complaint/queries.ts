import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** What everybody may know of the complaints about a tender. */
export function publishedComplaints(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'complaints', tenderId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/public/tenders/{id}/complaints', { params: { path: { id: tenderId } } }),
      ),
  });
}

/** One decision, to everybody. */
export function complaintDecision(id: string) {
  return queryOptions({
    queryKey: ['public', 'complaint', id],
    queryFn: () => bodyOf(api.GET('/api/public/complaints/{id}', { params: { path: { id } } })),
    // The paper is printed a moment after the decision.
    refetchInterval: ({ state: { data } }) => (data?.hasPaper === false ? 2_000 : false),
  });
}

/** What a firm may complain of. */
export function complaintChances(tenderId: string) {
  return queryOptions({
    queryKey: ['tender', 'complaint-chances', tenderId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/tenders/{id}/complaint-chances', { params: { path: { id: tenderId } } }),
      ),
  });
}

/** The complaints this reader may see. */
export const complaints = queryOptions({
  queryKey: ['complaints'],
  queryFn: () => bodyOf(api.GET('/api/complaints')),
});

/** One complaint, to its parties and the authority. */
export function complaint(id: string) {
  return queryOptions({
    queryKey: ['complaints', id],
    queryFn: () => bodyOf(api.GET('/api/complaints/{id}', { params: { path: { id } } })),
  });
}
