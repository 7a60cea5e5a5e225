import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNote } from './error-note';
import { LoadingNote } from './loading-note';

/** What a query brought, or its shape while it is fetched, or why it was not. */
export function QueryView<Data>({
  query,
  what,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  /** What is fetched, as the end of “正在取…”. */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}) {
  const retry = () => void query.refetch();
  if (query.isPending) return <LoadingNote what={what} onRetry={retry} />;
  if (query.isError) return <ErrorNote error={query.error} onRetry={retry} />;
  return children(query.data);
}
