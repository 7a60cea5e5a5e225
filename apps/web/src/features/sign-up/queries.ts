import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** What the firm has signed up for. */
export const mySignUps = queryOptions({
  queryKey: ['sign-ups', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/sign-ups/mine')),
});
