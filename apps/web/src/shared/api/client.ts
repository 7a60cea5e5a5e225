import createClient from 'openapi-fetch';
import { ApiError } from './api-error';
import { authMiddleware, problemMiddleware } from './middlewares';
import type { ApiPaths } from './paths';

/** The one client of the platform's API. Failures arrive as {@link ApiError}, never as data. */
export const api = createClient<ApiPaths>({
  // Resolved at each call, so that the app can be opened under any host and tests may replace fetch.
  fetch: (request) => globalThis.fetch(request),
  credentials: 'same-origin',
});
// Answers pass the list backwards: first the token is renewed, then what is still a problem is thrown.
api.use(problemMiddleware, authMiddleware);

/** The body of an answer that always has one. */
export async function bodyOf<Body>(call: Promise<{ readonly data?: Body }>): Promise<Body> {
  const { data } = await call;
  if (data === undefined) throw new ApiError({ status: 0, code: 'internal' }, Date.now());
  return data;
}

/** The address of a notice as a PDF. */
export function noticeUrl(tenderId: string, noticeId: string): string {
  return `/api/public/notices/${encodeURIComponent(tenderId)}/${encodeURIComponent(noticeId)}/file`;
}

/** The address of a published document of a tender. */
export function documentUrl(tenderId: string, documentId: string): string {
  return `/api/public/tenders/${encodeURIComponent(tenderId)}/documents/${encodeURIComponent(documentId)}/file`;
}

/** Where a document may be got now: its address, or for those who signed up a link that the server gives the caller. */
export async function documentLink(
  tenderId: string,
  documentId: string,
  isGated: boolean,
): Promise<string> {
  if (!isGated) return documentUrl(tenderId, documentId);
  const params = { path: { id: tenderId, documentId } };
  const path = '/api/public/tenders/{id}/documents/{documentId}/ticket';
  return (await bodyOf(api.POST(path, { params }))).url;
}
