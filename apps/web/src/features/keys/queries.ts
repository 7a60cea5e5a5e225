import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The batches of keys of the person's organisation. */
export const holderBatches = queryOptions({
  queryKey: ['holder-batches'],
  queryFn: () => bodyOf(api.GET('/api/holder-batches')),
});

/** The tenders for which the organisation holds a key; asked again, since a bidder may stay away any time. */
export const heldTenders = queryOptions({
  queryKey: ['held-tenders'],
  queryFn: () => bodyOf(api.GET('/api/held-tenders')),
  refetchInterval: 10_000,
});

/** Who has keys ready for a tender. */
export const holderOffers = queryOptions({
  queryKey: ['holder-offers'],
  queryFn: () => bodyOf(api.GET('/api/holder-offers')),
});
