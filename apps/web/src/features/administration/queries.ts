import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

const PAGE = 50;

/** Every organisation, oldest first. */
export const organisations = queryOptions({
  queryKey: ['admin', 'organisations'],
  queryFn: () => bodyOf(api.GET('/api/admin/organisations')),
});

/** Accounts by user name, a page at a time. */
export const people = infiniteQueryOptions({
  queryKey: ['admin', 'people'],
  queryFn: ({ pageParam }) =>
    bodyOf(
      api.GET('/api/admin/people', {
        params: { query: pageParam === '' ? {} : { after: pageParam } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.username),
});

/** What the administrators did, newest first. */
export const acts = infiniteQueryOptions({
  queryKey: ['admin', 'acts'],
  queryFn: ({ pageParam }) =>
    bodyOf(
      api.GET('/api/admin/acts', {
        params: { query: pageParam === null ? {} : { before: pageParam } },
      }),
    ),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.index),
});
