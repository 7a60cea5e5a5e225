import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** What the firm has signed up for. */
export const mySignUps = queryOptions({
  queryKey: ['sign-ups', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/sign-ups/mine')),
});

/** Who has signed up. */
export function signUps(id: string) {
  return queryOptions({
    queryKey: ['tender', id, 'sign-ups'],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/sign-ups', { params: { path: { id } } })),
  });
}

/** How many downloads the api lists at a time. */
const DOWNLOADS_PAGE = 200;

/** Who has taken which document, the first first. */
export function downloads(id: string) {
  return infiniteQueryOptions({
    queryKey: ['tender', id, 'downloads'],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/tenders/{id}/downloads', {
          params: { path: { id }, query: pageParam === null ? {} : { after: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < DOWNLOADS_PAGE ? undefined : page.at(-1)?.id),
  });
}
