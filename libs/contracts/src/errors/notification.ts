import { badRequest, type ErrorKind } from './kinds';

/** Codes of messages and how people want to be told. */
export const NOTIFICATION_ERRORS = {
  'contact.mail_malformed': badRequest,
  'contact.phone_malformed': badRequest,
} as const satisfies Record<string, ErrorKind>;
