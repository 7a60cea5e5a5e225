import { badRequest, conflict, forbidden, notFound, type ErrorKind } from './kinds';

/** Codes of contracts and what is recorded under them. */
export const CONTRACT_ERRORS = {
  'contract.not_found': notFound,
  'contract.no_award': conflict,
  'contract.not_yours': forbidden,
  'contract.departs': conflict,
  'contract.terms_invalid': badRequest,
  'contract.bond_too_high': conflict,
  'contract.signed_already': conflict,
  'contract.changed': conflict,
  'contract.late_reason_missing': badRequest,
  'contract.not_signed': conflict,
  'contract.accepted_already': conflict,
  'contract.change_invalid': badRequest,
  'contract.change_over_law': conflict,
  'contract.change_needs_decision': conflict,
  'contract.nothing_asked': conflict,
  'contract.answered_already': conflict,
  'contract.subcontract_main': conflict,
  'contract.subcontract_invalid': badRequest,
  'contract.transferred': conflict,
  'contract.overpaid': conflict,
  'contract.payment_invalid': badRequest,
  'contract.note_missing': badRequest,
  'contract.date_impossible': badRequest,
  'contract.filed_already': conflict,
} as const satisfies Record<string, ErrorKind>;
