import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** All bids of the firm one acts for. */
export const allMyBids = queryOptions({
  queryKey: ['bids', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/bids/mine')),
});

/** The firm's bids for one tender, oldest first. */
export function myBids(tenderId: string) {
  return queryOptions({
    queryKey: ['bids', 'mine', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/bids/mine', { params: { path: { id: tenderId } } })),
  });
}

const UNTIL_COSIGNED = 1_500;

/** One bid with its receipt; asked again until the witnesses have cosigned it. */
export function bidWithReceipt(bidId: string) {
  return queryOptions({
    queryKey: ['bids', bidId],
    queryFn: () => bodyOf(api.GET('/api/bids/{id}', { params: { path: { id: bidId } } })),
    refetchInterval: ({ state }) =>
      state.data?.state === 'submitted' && state.data.logReceipt === null ? UNTIL_COSIGNED : false,
  });
}
