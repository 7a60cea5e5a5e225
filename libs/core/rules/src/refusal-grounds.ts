import { refuse, type LawBasis, type Refusal, type RefusalParam } from '@core/kernel';
import type { LegalDate } from './calendar';
import { lawOf, ruleFor } from './finding';
import type { Regime, Rule, RuleSet } from './rule-set';

/** Rules about the time before a deadline in which a clarification must come. */
const CLARIFY = ['clarify-min-15d', 'gp-clarify-15d', 'below-clarify-3d'] as const;
/** Rules about consortia: one place for each member, and their composition fixed. */
const JOINT = ['jv-rule', 'gp-jv-rule', 'below-jv-rule'] as const;
/** Rules about what a tender notice holds. */
const NOTICE = ['n10-notice-7', 'gp-notice-content', 'below-notice-content'] as const;
/** Rules by which an objection is answered, and things stand still until it is. */
const REPLY = ['objection-reply-3d', 'gp-query-7wd', 'below-objection-reply-3d'] as const;
/** Rules about what an upheld objection to the result leads to. */
const UPHELD = ['award-first-ranked', 'gp-query-effect', 'below-award-first'] as const;
/** Rules about what an upheld complaint orders. */
const ORDERED = ['complaint-order', 'gp-complaint-order', 'below-complaint-order'] as const;
/** Rules by which an objection comes before the complaint. */
const OBJECT_FIRST = [
  'complaint-preobjection',
  'gp-complaint-conditions',
  'below-complaint-preobjection',
] as const;
/** Rules about standing still while a complaint is dealt with. */
const SUSPEND = ['complaint-suspend', 'gp-suspend-max-30d', 'below-complaint-suspend'] as const;
/** Rules about the fewest firms that are invited. */
const INVITED = ['invite-min-3', 'gp-random-invite', 'below-invite-min-3'] as const;

/**
 * Refusals whose reason is law, each with the rules it may stand on: the first that applies to the regime on that day is
 * its citation. A refusal that is not here is none of law, or carries the finding it comes from.
 */
export const REFUSAL_GROUNDS = {
  'objection.too_late': ['objection-result-window', 'gp-query-7wd', 'below-objection-window'],
  'objection.documents_too_late': ['objection-doc-10d', 'gp-query-7wd', 'below-objection-2d'],
  'award.objection_open': REPLY,
  'award.objection_upheld': UPHELD,
  'objection.ground_missing': UPHELD,
  'objection.too_few_left': UPHELD,
  // A signed contract is undone by the decision on a complaint, not by the purchaser.
  'objection.contract_signed': ['gp-complaint-15-30wd'],
  'objection.order_departs': ORDERED,
  'award.complaint_suspended': SUSPEND,
  'complaint.too_late': ['complaint-10d', 'gp-complaint-15-30wd', 'below-complaint-10d'],
  'complaint.objection_first': OBJECT_FIRST,
  'complaint.objection_waiting': OBJECT_FIRST,
  'complaint.same_matter': [
    'complaint-not-accepted',
    'gp-complaint-conditions',
    'below-complaint-not-accepted',
  ],
  'complaint.asked_once': [
    'complaint-correct-once',
    'gp-complaint-review-5wd',
    'below-complaint-correct-once',
  ],
  'complaint.ground_missing': [
    'complaint-not-accepted',
    'gp-complaint-review-5wd',
    'below-complaint-not-accepted',
  ],
  'complaint.suspension_spent': ['gp-suspend-max-30d'],
  'complaint.contract_signed': ORDERED,
  'complaint.order_impossible': ORDERED,
  'award.publicity_running': [
    'candidate-pub-min-3d',
    'gp-result-publicity-1wd',
    'below-publicity-3d',
  ],
  'plan.apart_without_basis': ['award-first-ranked', 'gp-award-in-order', 'below-award-first'],
  'award.ranked': ['award-first-ranked', 'gp-award-in-order', 'below-award-first'],
  'award.not_first_ranked': ['award-first-ranked', 'gp-award-in-order', 'below-award-first'],
  'framework.ceiling_missing': ['fw-max-unit-price'],
  'award.report_not_signed': ['eval-report-sign'],
  'contract.departs': ['contract-consistent'],
  'contract.late_reason_missing': ['gp-contract-30d', 'contract-30d'],
  'contract.bond_too_high': ['performance-bond-max-10pct', 'gp-perf-10pct'],
  'contract.change_over_law': ['gp-append-10pct'],
  'contract.subcontract_main': ['no-subcontract-main', 'gp-subcontract-consent'],
  'contract.transferred': ['no-subcontract-main', 'gp-subcontract-consent'],
  'evaluation.not_declared': ['expert-recusal'],
  'evaluation.ground_missing': ['eval-reject-7'],
  'evaluation.panel_incomplete': ['committee-size', 'gp-committee-5-7', 'below-panel-5'],
  'invite.no_draw': ['no-lottery-award', 'gp-random-invite', 'no-lottery-policy'],
  'invite.too_few': INVITED,
  'invite.not_invited': INVITED,
  'invite.drawn': ['gp-random-invite'],
  'invite.list_too_short': ['gp-random-pool-2x'],
  'invite.watchers_missing': ['gp-random-watch-2'],
  'project.local_not_allowed': [
    'county-local-procurement',
    'no-nontender-by-minutes',
    'gp-open-main',
    'below-local-basis',
  ],
  'project.collective_missing': ['village-resolution'],
  'project.exemption_unproven': ['exempt-tender-list'],
  'project.contract_missing': ['agency-contract', 'gp-agency-contract'],
  'project.told_once': ['register-once'],
  'sign_up.is_agency': ['agency-no-bid', 'gp-agency-no-bid'],
  'tender.no_documents': ['doc-sale-min-5d', 'gp-doc-5wd', 'below-prep-5d'],
  'tender.notice_open': NOTICE,
  'tender.notice_incomplete': NOTICE,
  'tender.too_late': ['e-late-reject'],
  'tender.too_early': ['e-sealed-until-deadline'],
  'tender.suspended': REPLY,
  'tender.reason_missing': ['terminate-refund'],
  'bid.clarification_unseen': ['e-clarify-notify'],
  'seal.bid_malformed': ['e-unencrypted-reject'],
  'seal.bid_invalid': ['e-unencrypted-reject'],
  'clarification.deadline_earlier': CLARIFY,
  'question.too_late': CLARIFY,
  'lot.takes_part': JOINT,
  'lot.member_of_consortium': JOINT,
  'consortium.not_admitted': JOINT,
  'consortium.members_invalid': JOINT,
  'consortium.bid_submitted': JOINT,
  'consortium.incomplete': JOINT,
  'opening.still_sealed': ['e-announce-after-all'],
  'opening.unread_bids': ['e-announce-after-all'],
  'opening.unanswered_objections': ['open-objection-onspot'],
  'enterprise.suspended': ['register-barred'],
  'enterprise.not_verified': ['e-bidder-register'],
  'enterprise.qualification_expired': ['register-expired'],
  'enterprise.authority_only': ['center-no-admin-power'],
  'enterprise.asked_late': ['register-once'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Who alone may do something by law, and the rules that say so: behind `tender.not_allowed`, which is else the platform's own. */
export const RIGHT_GROUNDS = {
  /** Who took documents or signed up, before the deadline. */
  see_sign_ups: ['e-hide-downloaders'],
  /** Presiding over an opening. */
  host: ['open-host-tenderer'],
  /** Objecting, and reading objections. */
  object: REFUSAL_GROUNDS['objection.too_late'],
  /** Taking part in an opening as a bidder. */
  attend_opening: ['open-host-tenderer'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A refusal that always stands on a rule. */
export type LegalCode = keyof typeof REFUSAL_GROUNDS;

/** The law something falls under: a rule set, the regime and the legal date. */
export interface UnderLaw {
  readonly set: RuleSet;
  readonly regime: Regime;
  readonly on: LegalDate;
}

/** Whether a refusal of this code always stands on a rule. */
export function isLegalCode(code: string): code is LegalCode {
  return Object.hasOwn(REFUSAL_GROUNDS, code);
}

/** The first of these rules that applies; null: none does. */
export function firstRule({ set, regime, on }: UnderLaw, ids: readonly string[]): Rule | null {
  for (const id of ids) {
    const rule = ruleFor(set, id, regime, on);
    if (rule) return rule;
  }
  return null;
}

/** The law a refusal of this code stands on; undefined where the set has none of its rules. */
export function groundOf(code: LegalCode, law: UnderLaw): LawBasis | undefined {
  const rule = firstRule(law, REFUSAL_GROUNDS[code]);
  return rule ? lawOf(rule) : undefined;
}

/** A refusal with the law behind it, where its code stands on one and it does not say so itself. */
export function withGround<C extends string>(refusal: Refusal<C>, law: UnderLaw): Refusal<C> {
  const { code } = refusal;
  if (refusal.law || !isLegalCode(code)) return refusal;
  const ground = groundOf(code, law);
  return ground ? { ...refusal, law: ground } : refusal;
}

/** Refuses what somebody may not do, with the law that reserves it to others. */
export function refuseRight(
  right: keyof typeof RIGHT_GROUNDS,
  law: UnderLaw,
): { readonly ok: false; readonly refusal: Refusal<'tender.not_allowed'> } {
  const rule = firstRule(law, RIGHT_GROUNDS[right]);
  return refuse('tender.not_allowed', undefined, rule ? lawOf(rule) : undefined);
}

/** Refuses by law: with the citation of the first rule behind the code that applies. */
export function refuseByLaw<C extends LegalCode>(
  code: C,
  law: UnderLaw,
  params?: Readonly<Record<string, RefusalParam>>,
): { readonly ok: false; readonly refusal: Refusal<C> } {
  return refuse(code, params, groundOf(code, law));
}
