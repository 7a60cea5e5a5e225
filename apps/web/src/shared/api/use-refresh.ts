import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Fetches anew what is on the page: after a command anything may have changed. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries(), [queries]);
}
