import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import { refuseByLaw, type UnderLaw } from '@core/rules';
import { isCreditCode } from './credit-code';

/** The most members a consortium may have, its leader included. */
export const MOST_MEMBERS = 10;

/** forming (members confirm) → complete → dissolved; a forming one may be dissolved too. */
export const CONSORTIUM_STATES = ['forming', 'complete', 'dissolved'] as const;
export type ConsortiumState = (typeof CONSORTIUM_STATES)[number];

/** Why a consortium cannot be made, joined or dissolved. */
export type ConsortiumRefusal = Refusal<
  | 'consortium.not_admitted'
  | 'consortium.members_invalid'
  | 'consortium.wrong_state'
  | 'consortium.bid_submitted'
>;

/** A consortium, as decisions see it. */
export interface Consortium {
  readonly state: ConsortiumState;
  readonly members: readonly { readonly enterpriseId: string; readonly confirmed: boolean }[];
}

/**
 * Whether a leader may form a consortium with the firms of these credit codes: only where the documents admit
 * consortia, with at least one other firm, each named once (Tendering Law art. 31, Implementing Regulations art. 37).
 */
export function formConsortium(
  admitted: boolean,
  leader: string,
  members: readonly string[],
  law: UnderLaw,
): Result<true, ConsortiumRefusal> {
  if (!admitted) return refuseByLaw('consortium.not_admitted', law);
  const all = [leader, ...members];
  const reason =
    members.length === 0 || all.length > MOST_MEMBERS
      ? 'count'
      : new Set(all).size !== all.length
        ? 'twice'
        : members.every(isCreditCode)
          ? null
          : 'code';
  return reason === null
    ? accept(true)
    : refuseByLaw('consortium.members_invalid', law, { reason });
}

/** A member confirms, once; with the last confirmation the consortium is complete, and its composition fixed. */
export function confirmMembership(
  consortium: Consortium,
  enterpriseId: string,
): Result<ConsortiumState, ConsortiumRefusal> {
  const own = consortium.members.find((one) => one.enterpriseId === enterpriseId);
  if (consortium.state !== 'forming' || !own || own.confirmed) {
    return refuse('consortium.wrong_state', { state: consortium.state });
  }
  const others = consortium.members.filter((one) => one !== own);
  return accept(others.every(({ confirmed }) => confirmed) ? 'complete' : 'forming');
}

/**
 * Dissolves a consortium before the deadline. While its bid is in, nobody may be added, leave or be exchanged: the
 * composition is the bid's (Implementing Regulations art. 37).
 */
export function dissolveConsortium(
  consortium: Pick<Consortium, 'state'>,
  hasBid: boolean,
  law: UnderLaw,
): Result<'dissolved', ConsortiumRefusal> {
  if (consortium.state === 'dissolved') {
    return refuse('consortium.wrong_state', { state: consortium.state });
  }
  return hasBid ? refuseByLaw('consortium.bid_submitted', law) : accept('dissolved');
}
