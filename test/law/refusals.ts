import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { ERRORS, PLATFORM_RULES, type ErrorCode } from '@contracts';
import { REFUSAL_GROUNDS, isLegalCode, type LegalCode, type Regime } from '@core/rules';

const ROOT = resolve(__dirname, '../..');

/** Refusals whose law is that of the finding or the record they come from: they never come without it. */
export const FROM_A_FINDING: Readonly<Partial<Record<ErrorCode, string>>> = {
  'tender.unlawful': 'the first rule that blocks',
  'tender.basis_missing':
    'the condition of the method: conditionOf; or the document that wants a decision',
  'tender.sign_up_first': 'the gate of the rule set: documentsGate',
  'method.unlawful': 'the first rule that blocks the way of evaluating: planFindings',
  'plan.missing': 'the rule that only what is published is applied: eval-only-published',
  'evaluation.not_asked': 'the rule that a low price is asked about first',
  'evaluation.still_answering': 'the rule that a low price is asked about first',
  'evaluation.finding_missing': 'the rule that few valid bids need reasons',
  'sign_up.not_qualified': 'the qualification that is missing',
  'project.collective_unlawful': 'the first rule about a village’s decision that blocks',
  'panel.size_unlawful': 'the rule about the panel’s make-up',
  'award.committee_too_small': 'the local document’s own number: local-award-committee',
  'opening.attendance_open': 'the rule the hall’s check-in was begun under',
};

/** Refusals that rest on a law in some cases: there they carry it, elsewhere the reason is the platform's. */
export const AT_TIMES: Readonly<Partial<Record<ErrorCode, string>>> = {
  'tender.not_allowed':
    'the permission of a role; where law reserves an act to somebody, with it: RIGHT_GROUNDS',
  'base_price.sealed_already': 'law of works that must be tendered alone',
  'framework.not_works': 'law of framework procurement: fw-scope-goods-services',
  'framework.too_few': 'law of framework procurement: fw-min-suppliers-2',
  'framework.bound': 'law of framework procurement: fw-no-quit-closed',
  'order.over_price': 'law of framework procurement: fw-max-unit-price',
  'framework.quote_over': 'law of framework procurement: fw-minicomp',
  'framework.deadline_short': 'law of framework procurement: fw-minicomp-time',
};

/** Regimes in which a refusal by law cannot happen, and so needs no rule. */
export const NOT_THERE: Readonly<Partial<Record<LegalCode, readonly Regime[]>>> = {
  'invite.drawn': ['A', 'C', 'D'],
  'objection.contract_signed': ['A', 'C', 'D'],
  'complaint.suspension_spent': ['A', 'C', 'D'],
  'invite.list_too_short': ['A', 'C', 'D'],
  'invite.watchers_missing': ['A', 'C', 'D'],
  'framework.ceiling_missing': ['A', 'C', 'D'],
  'contract.bond_too_high': ['C', 'D'],
  'contract.change_over_law': ['A', 'C', 'D'],
  'project.collective_missing': ['A', 'B', 'C'],
  'project.exemption_unproven': ['B', 'C', 'D'],
};

/** Why a group of refusals is none of law. The longest beginning of a code decides. */
const NOT_OF_LAW: readonly (readonly [beginning: string, reason: string])[] = [
  ['internal', 'a fault of the platform'],
  ['request.', 'the form of a request'],
  ['idempotency.', 'the form of a request'],
  ['state.', 'two people at one record'],
  ['clock.', 'the clock of a demonstration'],
  ['file.', 'a file that is not what was said'],
  ['upload.', 'a file that is not whole'],
  ['money.', 'the form of a sum'],
  ['method.', 'the form of an evaluation method, and what its formula cannot count'],
  ['plan.', 'the form of an evaluation plan, and what it cannot promise'],
  ['ledger.', 'what the log holds'],
  ['identity.', 'accounts, sessions and permissions'],
  ['contact.', 'the form of an address'],
  ['ocds.', 'the form of imported data'],
  ['subscription.', 'an own subscription'],
  ['rules.', 'the form of a rule set'],
  ['calendar.', 'data an administrator has to enter; nothing is guessed meanwhile'],
  ['draw.', 'the protocol of a draw, step by step'],
  [
    'expert.',
    'the terms of the pool, each with where it stands, and the order of a record’s steps',
  ],
  ['panel.', 'the order of a panel’s steps, or what was asked for'],
  ['invitation.', 'the order of an invitation’s steps'],
  ['pool.', 'the conditions its keeper published for a voluntary pool'],
  ['lottery.', 'the order of a lottery’s steps, or a pool’s own conditions'],
  ['contract.', 'what the parties agreed, and what is entered about it'],
  ['performance.', 'what is entered about a contract’s performance'],
  ['import.', 'the form of an imported table'],
  ['seal.', 'the sealing protocol'],
  ['opening.', 'the order of an opening’s steps'],
  ['base_price.', 'the order of a base price’s steps'],
  ['enterprise.', 'the form and state of a record'],
  ['project.', 'the form and state of a project'],
  ['publication.', 'the order of a publication’s steps; two pairs of eyes are the platform’s rule'],
  ['clarification.', 'what is entered'],
  ['question.', 'what is entered'],
  ['consortium.', 'the state of a consortium'],
  ['lot.', 'the state of a lot, whose failure was announced with its law'],
  ['sign_up.', 'the state of a sign-up'],
  ['bid.', 'the state and form of a bid'],
  ['bid_security.', 'the state of a security, and what is entered about it'],
  ['evaluation.', 'the order of an evaluation’s steps, and what follows from the bids'],
  ['award.', 'no such record, or what is entered about a committee’s decision'],
  ['complaint.', 'what is entered, and the state of a complaint'],
  ['objection.', 'what is entered, and the state of an objection'],
  ['procedure.', 'what is typed off a place’s own document'],
  ['framework.', 'what is entered about a framework, and the order of its steps'],
  ['order.', 'what the parties of a framework agreed, and the state of an order'],
  ['direct.', 'what is entered about a direct choice, and the method of a tender'],
  ['invite.', 'what is entered, and the method of a tender'],
  ['tender.', 'the state of a tender, and what is entered'],
];

/** What stands behind a refusal: rules, a finding, or the reason why it is none of law. */
export interface Grounded {
  readonly code: ErrorCode;
  readonly rules: readonly string[];
  readonly reason: string | null;
}

/** Every code of the registry. */
export function groundedCodes(): readonly Grounded[] {
  return (Object.keys(ERRORS) as ErrorCode[]).map((code) => {
    if (isLegalCode(code)) return { code, rules: REFUSAL_GROUNDS[code], reason: null };
    const said = FROM_A_FINDING[code] ?? AT_TIMES[code];
    if (said !== undefined) return { code, rules: [], reason: said };
    const own = PLATFORM_RULES.has(code) ? 'a rule of the platform, and said to be one' : null;
    const group = NOT_OF_LAW.find(([beginning]) => code.startsWith(beginning));
    return { code, rules: [], reason: own ?? group?.[1] ?? null };
  });
}

/** A place in the sources where a refusal is made. */
export interface Made {
  readonly code: string;
  readonly at: string;
  /** Whether a law is handed over with it. */
  readonly hasLaw: boolean;
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => /(?<!\.spec)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** `refuse('code', params, law)` and `new DomainError('code', params, law)`, wherever they stand. */
function madeIn(path: string): readonly Made[] {
  const text = readFileSync(path, 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Made[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = node.expression.getText(file);
      const [code, , law] = node.arguments ?? [];
      if ((name === 'refuse' || name === 'DomainError') && code && ts.isStringLiteral(code)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        const at = `${relative(ROOT, path)}:${line + 1}`;
        found.push({ code: code.text, at, hasLaw: law !== undefined });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Every refusal the sources make by its code. */
export function madeRefusals(): readonly Made[] {
  return ['libs/core', 'libs/server', 'apps/api'].flatMap(sourceFiles).flatMap(madeIn);
}
