import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** Every pool of the county. */
export const pools = queryOptions({
  queryKey: ['pools'],
  queryFn: () => bodyOf(api.GET('/api/public/pools')),
});

/** Where the firm one acts for stands in each pool. */
export const myPools = queryOptions({
  queryKey: ['pools', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/pools/mine')),
});

/** How the firm's licences stand to the terms of a pool. */
export function poolStand(id: string) {
  return queryOptions({
    queryKey: ['pools', id, 'stand'],
    queryFn: () => bodyOf(api.GET('/api/pools/{id}/stand', { params: { path: { id } } })),
  });
}

/** Every membership of a pool with what a review looks at. */
export function poolDesk(id: string) {
  return queryOptions({
    queryKey: ['pools', id, 'desk'],
    queryFn: () => bodyOf(api.GET('/api/pools/{id}/desk', { params: { path: { id } } })),
  });
}

/** Firms whose wins a supervisor should look at. */
export function poolWatch(id: string) {
  return queryOptions({
    queryKey: ['pools', id, 'watch'],
    queryFn: () => bodyOf(api.GET('/api/pools/{id}/watch', { params: { path: { id } } })),
  });
}

/** The firm's own confirmation that it takes part in a lottery. */
export function myParticipation(tenderId: string) {
  return queryOptions({
    queryKey: ['tenders', tenderId, 'participation'],
    queryFn: () =>
      bodyOf(
        api.GET('/api/tenders/{id}/participations/mine', { params: { path: { id: tenderId } } }),
      ),
  });
}

/** The pool a tender is called from. */
export function poolOfTender(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'tenders', tenderId, 'pool'],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/pool', { params: { path: { id: tenderId } } })),
  });
}
