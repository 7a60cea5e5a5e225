import { grants, type Actor } from '@core/identity';
import { accept, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import {
  lawOf,
  legalDate,
  ruleFor,
  SIGN_UP_FIRST,
  type Regime,
  type Rule,
  type RuleSet,
} from '@core/rules';
import { runsTender, type Tender } from './tender';

/** Whoever asks for a file of a tender, and what is known of him. */
export interface DocumentReader {
  /** Null: nobody is signed in. */
  readonly actor: Pick<Actor, 'organisationId' | 'role'> | null;
  /** Whether its firm stands signed up for a lot, alone or in a consortium whose leader signed up. */
  readonly isSignedUp: boolean;
  /** Whether it sits on the panel and has checked in. */
  readonly isJudge: boolean;
}

export type TakeDocumentsRefusal = Refusal<'tender.sign_up_first'>;

/** The rule that keeps a tender's documents for those who signed up; null: they are free to everybody. */
export function documentsGate(set: RuleSet, regime: Regime, at: Instant): Rule | null {
  return set.settings.signUpBeforeDocuments
    ? ruleFor(set, SIGN_UP_FIRST, regime, legalDate(at))
    : null;
}

/** Those whose business it is to look after tenders: staff of the centre and the supervising authority. */
function looksAfterTenders({ role }: Pick<Actor, 'role'>): boolean {
  return role !== 'tenderer' && grants(role, 'tender.read');
}

/**
 * Whether the documents of a published tender may be taken. Without a gate by everybody; with one by firms that stand
 * signed up, the tenderer, the panel that has checked in, the centre's staff and the supervisor.
 */
export function takeDocuments(
  tender: Pick<Tender, 'tendererId' | 'agencyId' | 'regime'>,
  { actor, isSignedUp, isJudge }: DocumentReader,
  set: RuleSet,
  at: Instant,
): Result<true, TakeDocumentsRefusal> {
  const gate = documentsGate(set, tender.regime, at);
  if (!gate || isSignedUp || isJudge) return accept(true);
  if (actor && (runsTender(actor, tender) || looksAfterTenders(actor))) return accept(true);
  return refuse('tender.sign_up_first', undefined, lawOf(gate));
}
