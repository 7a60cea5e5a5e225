import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';

/** Where this person is signed in. */
export const deviceSessions = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => bodyOf(api.GET('/api/me/sessions')),
});

/** Whether this is a demonstration, and its accounts. Asked anew each time: codes change. */
export const demonstration = queryOptions({
  queryKey: ['demo'],
  queryFn: () => bodyOf(api.GET('/api/demo')),
  staleTime: 0,
  retry: false,
});

/** Whether this site takes certificates. */
export const certificatesOffered = queryOptions({
  queryKey: ['certificates', 'offered'],
  queryFn: () => bodyOf(api.GET('/api/auth/certificate')),
});

/** The certificates this person signs in with. */
export const myCertificates = queryOptions({
  queryKey: ['me', 'certificates'],
  queryFn: () => bodyOf(api.GET('/api/me/certificates')),
});

/** Ends one sign-in elsewhere. */
export function useRevokeSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: deviceSessions.queryKey }),
  });
}

/** Changes the password. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { readonly current: string; readonly next: string }) =>
      api.POST('/api/me/password', { body }),
  });
}

/** Begins to set up the code at sign-in. */
export function useStartTotp() {
  return useMutation({ mutationFn: () => bodyOf(api.POST('/api/me/totp')) });
}

/** Turns the code on, proven by a first code. */
export function useConfirmTotp() {
  return useMutation({
    mutationFn: (code: string) => api.POST('/api/me/totp/confirm', { body: { code } }),
  });
}
