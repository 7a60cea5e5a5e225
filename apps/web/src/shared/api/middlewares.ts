import type { Middleware } from 'openapi-fetch';
import { ApiError, offlineError, parseProblem } from './api-error';
import { tokenSource } from './tokens';

/** Copies of requests under way: a request that met an expired token is sent once more. */
const replays = new Map<string, Request>();

function authorise(request: Request): boolean {
  const token = tokenSource().current();
  if (token === null) return false;
  request.headers.set('Authorization', `Bearer ${token}`);
  return true;
}

/** A 401 may also mean a wrong password or code: repeating that would count as another attempt. */
const OVER: readonly unknown[] = ['identity.not_signed_in', 'identity.session_ended'];

async function tokenIsOver(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return OVER.includes(parseProblem(body, response.status).code);
}

/** Adds the access token; on 401 renews the session silently and repeats the request once. */
export const authMiddleware: Middleware = {
  onRequest({ request, id, schemaPath }) {
    if (!schemaPath.startsWith('/api/auth/') || schemaPath === '/api/auth/act-as') {
      if (authorise(request)) replays.set(id, request.clone());
    } else if (schemaPath === '/api/auth/sign-out') {
      authorise(request);
    }
    return request;
  },
  async onResponse({ response, id, options }) {
    const replay = replays.get(id);
    replays.delete(id);
    if (replay === undefined || !(await tokenIsOver(response))) return undefined;
    if (!(await tokenSource().renew())) return undefined;
    authorise(replay);
    return options.fetch(replay);
  },
  onError({ id }) {
    replays.delete(id);
  },
};

/** A key that is new for each command and the same for its silent repetition. */
function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Turns problem+json into {@link ApiError}, and marks commands so that a repetition counts once. */
export const problemMiddleware: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', idempotencyKey());
    }
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return;
    const body: unknown = await response.json().catch(() => undefined);
    throw new ApiError(parseProblem(body, response.status), Date.now());
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return error instanceof ApiError ? error : offlineError();
  },
};
