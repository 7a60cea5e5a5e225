import {
  accept,
  canonicalize,
  refuse,
  type Instant,
  type Refusal,
  type Result,
} from '@core/kernel';
import type { RuleSet } from '@core/rules';
import type { EnterpriseContent } from './enterprise';
import { lawFrom } from './lifecycle';

type Aspect = (content: EnterpriseContent) => unknown;

const files =
  (...kinds: readonly string[]): Aspect =>
  (content) =>
    content.attachments.filter((one) => kinds.includes(one.kind));

/** What a registrar may find missing: what it concerns, and the rule that asks for it. */
const DEFICIENCIES = {
  name_differs: { aspect: (one) => one.name, rule: 'e-bidder-register' },
  address: { aspect: (one) => one.address, rule: 'e-bidder-register' },
  legal_representative: { aspect: (one) => one.legalRepresentative, rule: 'e-bidder-register' },
  contact: { aspect: (one) => [one.contactName, one.contactPhone], rule: 'e-bidder-register' },
  bank: { aspect: (one) => [one.bankName, one.bankAccount], rule: 'e-bidder-register' },
  bank_permit: { aspect: files('bank_permit'), rule: 'e-bidder-register' },
  business_licence: { aspect: files('business_licence'), rule: 'e-bidder-register' },
  qualification: { aspect: (one) => one.qualifications, rule: 'e-bidder-register' },
  qualification_file: { aspect: files('qualification'), rule: 'e-bidder-register' },
  safety_licence: { aspect: files('safety_licence'), rule: 'e-bidder-register' },
  staff: { aspect: (one) => one.staff, rule: 'e-bidder-register' },
  staff_file: { aspect: files('identity', 'staff_certificate'), rule: 'e-bidder-register' },
  other: { aspect: (one) => one, rule: 'e-bidder-register' },
} as const satisfies Record<string, { readonly aspect: Aspect; readonly rule: string }>;

/** Codes of what may be missing. */
export type DeficiencyCode = keyof typeof DEFICIENCIES;

/** All codes, in the order of a letter. */
export const DEFICIENCY_CODES = Object.keys(DEFICIENCIES) as DeficiencyCode[];

/** One thing that is missing, in the registrar's words. */
export interface Deficiency {
  readonly code: DeficiencyCode;
  readonly note: string;
}

/** An earlier letter of the same review, with what the firm had handed in then. */
export interface EarlierLetter {
  readonly items: readonly Deficiency[];
  readonly content: EnterpriseContent;
}

/** A later letter asks for what could have been asked for at first. */
export type DeficiencyRefusal = Refusal<'enterprise.asked_late' | 'enterprise.note_missing'>;

/** The id of the rule a deficiency rests on. */
export function ruleOfDeficiency(code: DeficiencyCode): string {
  return DEFICIENCIES[code].rule;
}

/**
 * What of a new letter had already been there when the first letter went out, and was not asked for then: nothing
 * of it has changed since, and no earlier letter names it.
 */
export function askedLate(
  letters: readonly EarlierLetter[],
  items: readonly Deficiency[],
  content: EnterpriseContent,
): readonly DeficiencyCode[] {
  const [first] = letters;
  if (first === undefined) return [];
  return items
    .map((item) => item.code)
    .filter((code) => {
      if (letters.some((letter) => letter.items.some((item) => item.code === code))) return false;
      const { aspect } = DEFICIENCIES[code];
      return (
        canonicalize(aspect(first.content) as object) === canonicalize(aspect(content) as object)
      );
    });
}

/**
 * Whether a letter may go out. Everything that is missing is told at once; what was there at first and was not
 * asked for may be asked for later only with a stated reason, which then stands in the letter.
 */
export function decideLetter(
  letters: readonly EarlierLetter[],
  items: readonly Deficiency[],
  content: EnterpriseContent,
  reason: string,
  set: RuleSet,
  at: Instant,
): Result<readonly DeficiencyCode[], DeficiencyRefusal> {
  const silent = items.filter((item) => item.note.trim() === '').map((item) => item.code);
  if (silent.length > 0) return refuse('enterprise.note_missing', { items: silent });
  const late = askedLate(letters, items, content);
  if (late.length > 0 && reason.trim() === '') {
    return refuse('enterprise.asked_late', { items: late }, lawFrom(set, 'register-once', at));
  }
  return accept(late);
}
