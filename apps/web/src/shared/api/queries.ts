import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

const MOST_RETRIES = 2;

/** Worth asking again: the server was not reached or failed by itself. A refusal is an answer. */
function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 502);
}

/** The cache of server state. Commands are never repeated by themselves. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < MOST_RETRIES && isPassing(error),
      },
      mutations: { retry: false },
    },
  });
}
