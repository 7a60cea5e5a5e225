import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The evaluations one takes part in, or may read. */
export const evaluations = queryOptions({
  queryKey: ['evaluations'],
  queryFn: () => bodyOf(api.GET('/api/evaluations')),
});

const OTHERS = 5_000;

/** The room: members, opened bids, my reviews, the report. Others work in it too. */
export function room(tenderId: string) {
  return queryOptions({
    queryKey: ['evaluations', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/evaluations/{tenderId}', { params: { path: { tenderId } } })),
    refetchInterval: OTHERS,
  });
}

const LETTERS = 15_000;

/** What panels have asked the firm in writing. */
export const receivedLetters = queryOptions({
  queryKey: ['panel-letters'],
  queryFn: () => bodyOf(api.GET('/api/panel-letters/mine')),
  refetchInterval: LETTERS,
});
