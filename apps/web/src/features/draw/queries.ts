import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

const WHILE_RUNNING = 2_000;
const OVER: readonly string[] = ['drawn', 'void'];

/** A draw as everybody sees it; asked again until it is over. */
export function draw(id: string) {
  return queryOptions({
    queryKey: ['public', 'draw', id],
    queryFn: () => bodyOf(api.GET('/api/public/draws/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data !== undefined && OVER.includes(state.data.state) ? false : WHILE_RUNNING,
  });
}

/** The draws under way to which the person contributes. */
export const myDraws = queryOptions({
  queryKey: ['draws', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/draws')),
  refetchInterval: 5_000,
});

/** The draws under way, for whoever operates them. */
export const operatedDraws = queryOptions({
  queryKey: ['draws', 'operated'],
  queryFn: () => bodyOf(api.GET('/api/operated-draws')),
  refetchInterval: 5_000,
});

/** Every draw of a tender, voided attempts among them. */
export function drawsOfTender(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'tender-draws', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/draws', { params: { path: { id: tenderId } } })),
  });
}

/** The lottery of a tender, growing. */
export function lottery(tenderId: string) {
  return queryOptions({
    queryKey: ['public', 'lottery', tenderId],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders/{id}/lottery', { params: { path: { id: tenderId } } })),
    refetchInterval: WHILE_RUNNING,
  });
}
