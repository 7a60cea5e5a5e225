import { useSyncExternalStore } from 'react';
import { ApiError } from '../api/api-error';
import { api, bodyOf } from '../api/client';
import { connectTokens } from '../api/tokens';
import type { Credentials, Membership, Permission, Session } from '../api/wire';

/** Who sits before the screen. `expired` keeps the person, so that the same one can come back. */
export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'anonymous' }
  | { readonly status: 'signed-in'; readonly session: Session }
  | { readonly status: 'expired'; readonly session: Session };

/** A hint without any secret: whether it is worth asking for a session when the app starts. */
const HINT = 'sunlit.signed-in';

let state: SessionState = { status: 'starting' };
let renewing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function adopt(session: Session): void {
  window.localStorage.setItem(HINT, '1');
  become({ status: 'signed-in', session });
}

function leave(): void {
  window.localStorage.removeItem(HINT);
  become({ status: 'anonymous' });
}

/** The present state, outside components. */
export function sessionState(): SessionState {
  return state;
}

/** Asks once, when the app starts, whether this browser is still signed in. */
export async function startSession(): Promise<void> {
  connectTokens({
    current: () => (state.status === 'signed-in' ? state.session.accessToken : null),
    renew: renewSession,
  });
  window.addEventListener('storage', (event) => {
    // Signing out in one tab signs out the others.
    if (event.key === HINT && event.newValue === null && state.status === 'signed-in') leave();
  });
  if (window.localStorage.getItem(HINT) === null) {
    become({ status: 'anonymous' });
    return;
  }
  if (!(await renewSession())) become({ status: 'anonymous' });
}

/** Trades the refresh cookie for a new token. Parallel callers share one request. */
export function renewSession(): Promise<boolean> {
  renewing ??= exchange().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function exchange(): Promise<boolean> {
  try {
    adopt(await bodyOf(api.POST('/api/auth/refresh')));
    return true;
  } catch (error) {
    const over = error instanceof ApiError && [401, 403].includes(error.problem.status);
    if (over && state.status === 'signed-in') become({ status: 'expired', session: state.session });
    return false;
  }
}

/** Signs in. Throws `identity.totp_required` when a second factor is wanted. */
export async function signIn(credentials: Credentials): Promise<void> {
  adopt(await bodyOf(api.POST('/api/auth/sign-in', { body: credentials })));
}

/** Signs in by certificate: the device answers the site's question (see the certificate feature). */
export async function signInWith(device: {
  chain(): Promise<string>;
  sign(text: string): Promise<string>;
}): Promise<void> {
  const chain = await device.chain();
  const question = await bodyOf(api.POST('/api/auth/certificate/challenge'));
  const signature = await device.sign(question.text);
  const body = { challengeId: question.id, chain, signature };
  adopt(await bodyOf(api.POST('/api/auth/certificate/sign-in', { body })));
}

/** Changes for whom, and as what, the person acts. */
export async function actAs({ organisationId, role }: Membership): Promise<void> {
  adopt(await bodyOf(api.POST('/api/auth/act-as', { body: { organisationId, role } })));
}

/** Ends the session here and on the server. An unreachable server does not keep anybody in. */
export async function signOut(): Promise<void> {
  try {
    await api.POST('/api/auth/sign-out');
  } finally {
    leave();
  }
}

/** Gives up an expired session. */
export function dismissSession(): void {
  leave();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session, as components see it. */
export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribe, sessionState);
}

/** The signed-in person's session (an expired one included), or null. */
export function useSession(): Session | null {
  const current = useSessionState();
  return 'session' in current ? current.session : null;
}

/** Whether the person, as he acts now, holds a permission. */
export function usePermission(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}
