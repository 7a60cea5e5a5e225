import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** The expert's invitations; asked again, since an answer is wanted soon. */
export const invitations = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => bodyOf(api.GET('/api/invitations')),
  refetchInterval: 15_000,
});

/** Panels that are asked for, drawn and called. */
export const panels = queryOptions({
  queryKey: ['panels'],
  queryFn: () => bodyOf(api.GET('/api/panels')),
});

const WHILE_CALLING = 1_000;
const OTHERWISE = 3_000;

/** One panel: its seats, numbers and states. */
export function panel(id: string) {
  return queryOptions({
    queryKey: ['panels', id],
    queryFn: () => bodyOf(api.GET('/api/panels/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'calling' ? WHILE_CALLING : OTHERWISE),
  });
}
