import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

const PAGE = 30;
const OFTEN = 30_000;

/** How many messages wait; looked at twice a minute. */
export const unread = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: () => bodyOf(api.GET('/api/inbox/unread')),
  refetchInterval: OFTEN,
});

/** The inbox, newest first. */
export const inbox = infiniteQueryOptions({
  queryKey: ['inbox', 'messages'],
  queryFn: ({ pageParam }) =>
    bodyOf(
      api.GET('/api/inbox', { params: { query: pageParam === '' ? {} : { before: pageParam } } }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
});

/** How this person wants to be told. */
export const contact = queryOptions({
  queryKey: ['me', 'contact'],
  queryFn: () => bodyOf(api.GET('/api/me/contact')),
});

const LOG = 50;

/** What left the site, newest first. */
export const deliveries = infiniteQueryOptions({
  queryKey: ['admin', 'deliveries'],
  queryFn: ({ pageParam }) =>
    bodyOf(
      api.GET('/api/admin/deliveries', {
        params: { query: pageParam === '' ? {} : { before: pageParam } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => (page.length < LOG ? undefined : page.at(-1)?.id),
});
