import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** Candidates and award of a tender. */
export function result(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'result', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/result', { params: { path: { id: tenderId } } })),
  });
}

/** What the tenderer's committees decided of a tender, for those who may read it. */
export function awardDecisions(tenderId: string) {
  return queryOptions({
    queryKey: ['award-decisions', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/award-decisions', { params: { path: { id: tenderId } } })),
  });
}

/** The panel's names, once they are public. */
export function publicPanel(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'panel', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/panel', { params: { path: { id: tenderId } } })),
    retry: false,
  });
}

/** The draws of a tender. */
export function drawsOfTender(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'draws-of', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/draws', { params: { path: { id: tenderId } } })),
  });
}

/** The letters of whom one acts for; asked again while one is being made. */
export const myLetters = queryOptions({
  queryKey: ['letters', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/letters/mine')),
  refetchInterval: ({ state }) => (state.data?.some((one) => !one.ready) ? 2_000 : false),
});

/** What a printed fingerprint belongs to. */
export function printed(fingerprint: string) {
  return queryOptions({
    queryKey: ['public', 'printed', fingerprint],
    queryFn: () =>
      bodyOf(api.GET('/api/public/printed/{fingerprint}', { params: { path: { fingerprint } } })),
    retry: false,
  });
}
