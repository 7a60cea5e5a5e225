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

/** In what a project differs from the time it was handed in before. */
export function projectChanges(id: string) {
  return queryOptions({
    queryKey: ['projects', id, 'changes'],
    queryFn: () => bodyOf(api.GET('/api/projects/{id}/changes', { params: { path: { id } } })),
  });
}

/** What was bought on the spot, the newest first. */
export const localPurchases = queryOptions({
  queryKey: ['local-purchases'],
  queryFn: () => bodyOf(api.GET('/api/public/local-purchases')),
});

/** Projects that are typed but not handed in. */
export const projectDrafts = queryOptions({
  queryKey: ['project-drafts'],
  queryFn: () => bodyOf(api.GET('/api/project-drafts')),
});

/** One draft, as it was saved last: never from the cache, somebody else may have gone on with it. */
export function projectDraft(id: string) {
  return queryOptions({
    queryKey: ['project-drafts', id],
    queryFn: () => bodyOf(api.GET('/api/project-drafts/{id}', { params: { path: { id } } })),
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** The agencies a tenderer may commission. */
export const agencies = queryOptions({
  queryKey: ['agencies'],
  queryFn: () => bodyOf(api.GET('/api/agencies')),
});

/** Drafts of tenders, as the centre may know them. */
export const drafts = queryOptions({
  queryKey: ['tender-drafts'],
  queryFn: () => bodyOf(api.GET('/api/tender-drafts')),
});
