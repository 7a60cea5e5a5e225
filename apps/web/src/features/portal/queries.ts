import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** What happens today in public. Asked again each half minute: halls open by themselves. */
export const agenda = queryOptions({
  queryKey: ['public', 'agenda'],
  queryFn: () => bodyOf(api.GET('/api/public/agenda')),
  refetchInterval: 30_000,
});
