import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The terms of the pool, and the admissions that are published. */
export const publicExpertPool = queryOptions({
  queryKey: ['public', 'expert-pool'],
  queryFn: () => bodyOf(api.GET('/api/public/expert-pool')),
});

/** The own application and record of whoever is signed in. */
export const myExpert = queryOptions({
  queryKey: ['experts', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/experts/mine')),
});

/** What waits at the desk of the pool, and who is in it. */
export const expertDesk = queryOptions({
  queryKey: ['expert-pool'],
  queryFn: () => bodyOf(api.GET('/api/expert-pool')),
});

/** Everything the pool holds about somebody. */
export function expertDossier(id: string) {
  return queryOptions({
    queryKey: ['expert-pool', id],
    queryFn: () => bodyOf(api.GET('/api/expert-pool/experts/{id}', { params: { path: { id } } })),
  });
}

/** The members of a panel whose names are public, with what the own organisation said of their service. */
export function panelAssessments(tenderId: string) {
  return queryOptions({
    queryKey: ['tenders', tenderId, 'panel-assessments'],
    queryFn: () =>
      bodyOf(
        api.GET('/api/tenders/{id}/panel-assessments', { params: { path: { id: tenderId } } }),
      ),
    retry: false,
  });
}
