import { badRequest, conflict, forbidden, notFound, unauthorised, type ErrorKind } from './kinds';

/** Codes of accounts, sessions and permissions. */
export const IDENTITY_ERRORS = {
  'identity.not_signed_in': unauthorised,
  'identity.session_ended': unauthorised,
  'identity.wrong_credentials': unauthorised,
  'identity.totp_required': unauthorised,
  'identity.totp_wrong': unauthorised,
  'identity.locked': { status: 429, log: 'warn' },
  'identity.password_weak': badRequest,
  'identity.username_taken': conflict,
  'identity.totp_already_set': conflict,
  'identity.totp_not_begun': conflict,
  'identity.no_permission': forbidden,
  'identity.acts_for_nobody': forbidden,
  'identity.no_such_membership': notFound,
  'identity.no_such_organisation': notFound,
  'identity.no_such_person': notFound,
  'identity.not_oneself': conflict,
  'identity.no_such_session': notFound,
  'identity.roles_conflict': conflict,
  'identity.role_does_not_fit': conflict,
} as const satisfies Record<string, ErrorKind>;
