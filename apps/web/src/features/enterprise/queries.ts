import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The record of the firm one acts for. */
export const myEnterprise = queryOptions({
  queryKey: ['enterprise', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/enterprises/mine')),
});

/** Firms that wait for a registrar. */
export const enterpriseQueue = queryOptions({
  queryKey: ['enterprise', 'queue'],
  queryFn: () => bodyOf(api.GET('/api/enterprises', { params: { query: { state: 'submitted' } } })),
});
