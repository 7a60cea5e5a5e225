import type { Actor } from '@core/identity';
import { noticesScope } from './notice/notice-record';
import { AWARDED_STATES, isTendererOf, runsTender, type Tender, type TenderState } from './tender';

/** A record of the log, as far as disclosure asks about it. */
export interface DisclosableRecord {
  readonly type: string;
  readonly scope: string;
}

/** What a reader of the bundle may see of a tender in this state (secrecy table). */
export interface DisclosureFacts {
  readonly tenderId: string;
  readonly state: TenderState;
  /** Scopes of the bids on the closed list. */
  readonly bidScopes: ReadonlySet<string>;
  /** Whether its panel scores without knowing whose bids they are: what opens them stays closed until the scores are public. */
  readonly isBlind: boolean;
}

const READING_OVER: ReadonlySet<TenderState> = new Set([
  'evaluation',
  'publicity',
  ...AWARDED_STATES,
  'failed',
  'terminated',
]);
const SCORES_PUBLIC: ReadonlySet<TenderState> = new Set([
  'publicity',
  ...AWARDED_STATES,
  'failed',
  'terminated',
]);

/** Whether the bundle of a tender may be made at all: from the opening on, when the number of bids is public. */
export function isBundleOpen(state: TenderState): boolean {
  return state === 'opening' || READING_OVER.has(state);
}

/**
 * Whether a tender has been opened: then how many experts were left out for a tie to a bidder is public, which would tell who
 * bids before. A terminated tender ended before its opening.
 */
export function isOpened(state: TenderState): boolean {
  return state !== 'draft' && state !== 'published' && state !== 'terminated';
}

/**
 * Whether what was in the bids may be taken home: once the reading is over; in a blind review not before the scores are public,
 * since whoever opens a bid knows whose it is.
 */
export function areBidsOpen({
  state,
  isBlind,
}: Pick<DisclosureFacts, 'state' | 'isBlind'>): boolean {
  return (isBlind ? SCORES_PUBLIC : READING_OVER).has(state);
}

/**
 * Whether a sealed record may be disclosed now. The notices and the closed bids' own records: from the opening on;
 * keys and what they opened: once the reading is over; the evaluation: with the candidates; the rest: never.
 */
export function mayDisclose(record: DisclosableRecord, facts: DisclosureFacts): boolean {
  const { type, scope } = record;
  if (facts.bidScopes.has(scope) || scope === noticesScope(facts.tenderId)) {
    return isBundleOpen(facts.state);
  }
  if (scope !== facts.tenderId) return false;
  if (type.startsWith('evaluation.')) return SCORES_PUBLIC.has(facts.state);
  if (type.startsWith('opening.')) return areBidsOpen(facts);
  return isBundleOpen(facts.state);
}

/** About whom a reader is told which firms of a lot are related: everybody who signed up, or only those who bid. */
export type RelationsOf = 'signed_up' | 'bidders';

/**
 * About whom this reader is told of relations, once it is time: tenderer and supervisor know who signed up (from the
 * deadline on, {@link isPastDeadline}), the agency and the panel only who bid, which the hall has said ({@link isOpened}).
 * Null: nobody; to be told of a relation is to be told that another takes part. A panel is asked for with `'panel'`.
 */
export function relationsFor(
  reader: Pick<Actor, 'role' | 'organisationId'> | 'panel',
  tender: Pick<Tender, 'tendererId' | 'agencyId'>,
): RelationsOf | null {
  if (reader === 'panel') return 'bidders';
  if (reader.role === 'supervisor' || isTendererOf(reader, tender)) return 'signed_up';
  return runsTender(reader, tender) ? 'bidders' : null;
}

/**
 * Whether a reader outside the panel may read its letters to bidders and their answers: the supervisor, with the scores. The
 * panel itself and the bidder asked do not come here.
 */
export function mayReadLetters({ role }: Pick<Actor, 'role'>, state: TenderState): boolean {
  return role === 'supervisor' && SCORES_PUBLIC.has(state);
}
