import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import {
  lawOf,
  limitOf,
  REFUSAL_GROUNDS,
  refuseByLaw,
  ruleFor,
  type LegalDate,
  type Regime,
  type RuleSet,
} from '@core/rules';
import type { DrawRules } from '@core/draw';

/** Why nobody is invited. */
export type InvitationRefusal = Refusal<
  | 'invite.too_few'
  | 'invite.twice'
  | 'invite.no_draw'
  | 'invite.list_too_short'
  | 'invite.watchers_missing'
  | 'invite.not_invited'
>;

/** The stratum all firms of a list of candidates are in. */
export const INVITATION_STRATUM = 'firms';

function fewest(set: RuleSet, regime: Regime, on: LegalDate): number {
  return limitOf(set, REFUSAL_GROUNDS['invite.too_few'], regime, on)?.value ?? 3;
}

/** Whether so many firms are enough for an invited tender, each named once (Tendering Law art. 17). */
export function checkInvited(
  set: RuleSet,
  regime: Regime,
  firms: readonly string[],
  on: LegalDate,
): Result<true, InvitationRefusal> {
  if (new Set(firms).size !== firms.length) return refuse('invite.twice');
  const minimum = fewest(set, regime, on);
  return firms.length >= minimum
    ? accept(true)
    : refuseByLaw('invite.too_few', { set, regime, on }, { firms: firms.length, minimum });
}

/** Whether the firms to be invited may be drawn by lot from a list under this law, on that legal date. */
export function mayDrawInvited(set: RuleSet, regime: Regime, on: LegalDate): boolean {
  return ruleFor(set, 'gp-random-invite', regime, on) !== null;
}

/** What a random invitation is made from. */
export interface RandomInvitation {
  /** Credit codes of all who meet the conditions. */
  readonly list: readonly string[];
  /** How many are drawn. */
  readonly count: number;
  /** Names of the purchaser's own people who watch. */
  readonly watchers: readonly string[];
}

/**
 * Whether firms may be drawn from a list (Order 87 art. 14): only where the rule set has a rule for it, at least three,
 * from a list at least twice as long, watched by at least two people of the purchaser. Says the draw's rules.
 */
export function randomInvitation(
  set: RuleSet,
  regime: Regime,
  { list, count, watchers }: RandomInvitation,
  on: LegalDate,
): Result<DrawRules, InvitationRefusal> {
  const law = { set, regime, on };
  const rule = ruleFor(set, 'gp-random-invite', regime, on);
  if (!rule) return refuseByLaw('invite.no_draw', law, { regime });
  const enough = checkInvited(set, regime, list, on);
  if (!enough.ok) return enough;
  const minimum = rule.value ?? 3;
  if (count < minimum) {
    return refuse('invite.too_few', { firms: count, minimum }, lawOf(rule));
  }
  const pool = ruleFor(set, 'gp-random-pool-2x', regime, on);
  const times = pool?.value ?? 2;
  if (list.length < times * count) {
    const params = { firms: list.length, minimum: times * count };
    return refuseByLaw('invite.list_too_short', law, params);
  }
  const watch = ruleFor(set, 'gp-random-watch-2', regime, on);
  const people = new Set(watchers.map((name) => name.trim()).filter((name) => name !== ''));
  if (people.size < (watch?.value ?? 2)) {
    const params = { minimum: watch?.value ?? 2 };
    return refuseByLaw('invite.watchers_missing', law, params);
  }
  return accept({ pick: [{ stratum: INVITATION_STRATUM, seats: count, fallback: [] }], caps: [] });
}

/** Whether a firm may take part in an invited tender: whoever was invited. */
export function mayTakePart(
  set: RuleSet,
  regime: Regime,
  invited: boolean,
  on: LegalDate,
): Result<true, InvitationRefusal> {
  return invited ? accept(true) : refuseByLaw('invite.not_invited', { set, regime, on });
}
