import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';
import { saveFile } from '../../shared/files/save-file';

const FIRST = '';
/** A letter is printed a moment after it goes out. */
const PRINTING = 3_000;

/** The record of the firm one acts for. */
export const myEnterprise = queryOptions({
  queryKey: ['enterprise', 'mine'],
  queryFn: () => bodyOf(api.GET('/api/enterprises/mine')),
});

/** Firms that wait for a registrar, first records and changes alike. */
export const enterpriseQueue = queryOptions({
  queryKey: ['enterprise', 'queue'],
  queryFn: () => bodyOf(api.GET('/api/enterprises', { params: { query: { state: 'submitted' } } })),
});

/** Everything the register holds about one firm. */
export function dossierOf(id: string) {
  return queryOptions({
    queryKey: ['enterprise', 'dossier', id],
    queryFn: () => bodyOf(api.GET('/api/enterprises/{id}/dossier', { params: { path: { id } } })),
    refetchInterval: (query) =>
      query.state.data?.letters.some((letter) => !letter.ready) === true ? PRINTING : false,
  });
}

/** What changed from one version to another. */
export function differenceOf(id: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['enterprise', 'difference', id, from, to],
    queryFn: () =>
      bodyOf(
        api.GET('/api/enterprises/{id}/difference', {
          params: { path: { id }, query: { from, to } },
        }),
      ),
  });
}

/** The public list, page by page. */
export function enterprisePages(q: string) {
  return infiniteQueryOptions({
    queryKey: ['public', 'enterprises', q],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/public/enterprises', {
          params: {
            query: {
              ...(q === '' ? {} : { q }),
              ...(pageParam === FIRST ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  });
}

/** What is public of one firm. */
export function publicEnterprise(creditCode: string) {
  return queryOptions({
    queryKey: ['public', 'enterprise', creditCode],
    queryFn: () =>
      bodyOf(api.GET('/api/public/enterprises/{creditCode}', { params: { path: { creditCode } } })),
  });
}

/** Fetches a file with the session's token and hands it to the browser. */
export async function download(
  call: Promise<{ readonly data?: unknown }>,
  name: string,
): Promise<void> {
  const file: unknown = await bodyOf(call);
  if (file instanceof Blob) saveFile(name, file);
}
