import { badRequest, conflict, notFound, type ErrorKind } from './kinds';

/** Codes of messages and how people want to be told. */
export const NOTIFICATION_ERRORS = {
  'contact.mail_malformed': badRequest,
  'contact.phone_malformed': badRequest,
  'ocds.own_prefix': conflict,
  'subscription.no_mail': conflict,
  'subscription.address': badRequest,
  'subscription.not_found': notFound,
} as const satisfies Record<string, ErrorKind>;
