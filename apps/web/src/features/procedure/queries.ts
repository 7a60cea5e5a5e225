import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** What places' own documents allow below the thresholds, the newest first. */
export const procedures = queryOptions({
  queryKey: ['public', 'procedures'],
  queryFn: () => bodyOf(api.GET('/api/public/procedures')),
});

/** Places that may have a document of their own. */
export const procedurePlaces = queryOptions({
  queryKey: ['procedures', 'places'],
  queryFn: () => bodyOf(api.GET('/api/procedures/places')),
});
