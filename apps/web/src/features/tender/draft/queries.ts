import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';

/** The tenders of whom one acts for. */
export const myTenders = queryOptions({
  queryKey: ['tenders', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/tenders')),
});

/** What the rules say about a draft as it stands. */
export function findings(id: string) {
  return queryOptions({
    queryKey: ['tender', id, 'findings'],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/findings', { params: { path: { id } } })),
  });
}

/** The prepared publication of a draft; null inside when there is none. */
export function publication(id: string) {
  return queryOptions({
    queryKey: ['tender', id, 'publication'],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/publication', { params: { path: { id } } })),
  });
}

/** What the law says to a deadline, and to the other days it might have been. */
export function timetablePlan(id: string, wish: { deadline?: string; time: string }) {
  return queryOptions({
    queryKey: ['tender', id, 'timetable', wish],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/timetable', { params: { path: { id }, query: wish } })),
    placeholderData: keepPreviousData,
  });
}
