import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** What the law asks of the reader's tenders within a time and has not been done; a supervisor's: everybody's. */
export const waitingDuties = queryOptions({
  queryKey: ['duties'],
  queryFn: () => bodyOf(api.GET('/api/duties')),
});
