import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The projects the person may see: his own, or those that wait for the registrar. */
export const projects = queryOptions({
  queryKey: ['projects'],
  queryFn: () => bodyOf(api.GET('/api/projects')),
});

/** One project. */
export function project(id: string) {
  return queryOptions({
    queryKey: ['projects', id],
    queryFn: () => bodyOf(api.GET('/api/projects/{id}', { params: { path: { id } } })),
  });
}

/** What was bought on the spot, the newest first. */
export const localPurchases = queryOptions({
  queryKey: ['local-purchases'],
  queryFn: () => bodyOf(api.GET('/api/public/local-purchases')),
});

/** Drafts of tenders, as the centre may know them. */
export const drafts = queryOptions({
  queryKey: ['tender-drafts'],
  queryFn: () => bodyOf(api.GET('/api/tender-drafts')),
});
