import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';
import { agendaOf } from './agenda';

/** What happens today in public. Asked again each half minute: halls open by themselves. */
export const agenda = queryOptions({
  queryKey: ['public', 'day'],
  queryFn: async () => agendaOf(await bodyOf(api.GET('/api/public/day'))),
  refetchInterval: 30_000,
});
