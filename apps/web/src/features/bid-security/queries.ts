import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The firm's own securities in a tender, and where they are paid. */
export function mySecurities(tenderId: string) {
  return queryOptions({
    queryKey: ['bids', 'securities', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/securities/mine', { params: { path: { id: tenderId } } })),
  });
}

/** Everything that came, for finance. */
export const securityDesk = queryOptions({
  queryKey: ['securities'],
  queryFn: () => bodyOf(api.GET('/api/bid-securities')),
});

/** Securities of a tender's bidders, from the opening on. */
export function givenSecurities(tenderId: string) {
  return queryOptions({
    queryKey: ['tender', tenderId, 'securities'],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/securities', { params: { path: { id: tenderId } } })),
    retry: false,
  });
}

/** Whether the security of each bid is there, for its panel. */
export function panelSecurities(tenderId: string) {
  return queryOptions({
    queryKey: ['evaluations', tenderId, 'securities'],
    queryFn: () =>
      bodyOf(api.GET('/api/evaluations/{tenderId}/securities', { params: { path: { tenderId } } })),
    retry: false,
  });
}

/** The account and the rates an administrator keeps. */
export const depositTerms = queryOptions({
  queryKey: ['deposit-terms'],
  queryFn: () => bodyOf(api.GET('/api/deposit-terms')),
});
