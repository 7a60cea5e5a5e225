import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The contracts of a tender, to its parties. */
export function contractsOf(tenderId: string) {
  return queryOptions({
    queryKey: ['tenders', tenderId, 'contracts'],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/contracts', { params: { path: { id: tenderId } } })),
  });
}

/** The contracts of a tender both sides have signed, to everybody. */
export function publishedContracts(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'contracts', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/contracts', { params: { path: { id: tenderId } } })),
  });
}

/** What the winner of a lot offered. */
export function winningOffer(tenderId: string, lot: number) {
  return queryOptions({
    queryKey: ['tenders', tenderId, 'offer', lot],
    queryFn: () =>
      bodyOf(
        api.GET('/api/tenders/{id}/lots/{lot}/offer', { params: { path: { id: tenderId, lot } } }),
      ),
  });
}

/** One contract with all that is recorded under it. */
export function contract(id: string) {
  return queryOptions({
    queryKey: ['contracts', id],
    queryFn: () => bodyOf(api.GET('/api/contracts/{id}', { params: { path: { id } } })),
    // The paper is printed a moment after the second signature.
    refetchInterval: ({ state: { data } }) =>
      data?.hasPaper === false && data.concludedAt !== null ? 2_000 : false,
  });
}

/** The contracts of the firm one acts for. */
export const myContracts = queryOptions({
  queryKey: ['contracts', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/contracts/mine')),
});
