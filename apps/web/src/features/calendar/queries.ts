import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** Every year whose holidays are known. */
export const calendarYears = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => bodyOf(api.GET('/api/calendar')),
});
