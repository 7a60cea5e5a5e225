import { checkHolders } from '@core/escrow';
import { accept, keyId, refuse, type Refusal, type Result } from '@core/kernel';
import { isQuicknet, LEAST_GAP } from './drand';
import {
  PLATFORM_CONTRIBUTOR,
  VALUES_STRATUM,
  type DrawRules,
  type DrawSource,
  type DrawSpec,
} from './spec';

/** Why a spec of the right shape is still not a lawful draw. */
export type SpecRefusal = Refusal<'draw.spec_invalid'>;

/** Dice and balls must give at least so many bits (tp1 §3.3 C). */
export const LEAST_PHYSICAL_BITS = 50;

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function panelFault(spec: DrawSpec): string | null {
  const { panel, pick } = spec.rules;
  if (spec.purpose !== 'panel') return panel === undefined ? null : 'panel rules in another draw';
  if (!panel) return 'panel rules are missing';
  const seats = pick.reduce((sum, entry) => sum + entry.seats, 0);
  if (panel.total % 2 === 0 || panel.total < 5) return 'a panel is odd and at least five';
  if (seats !== panel.total - panel.tenderer) return 'seats do not add up';
  return 3 * seats >= 2 * panel.total ? null : 'fewer than two thirds are drawn';
}

function strataOf(rules: DrawRules): string[] {
  return rules.pick.flatMap((entry) => [entry.stratum, ...entry.fallback]);
}

function rulesFault(spec: DrawSpec): string | null {
  const { pick, caps } = spec.rules;
  if (!distinct(pick.map((entry) => entry.stratum))) return 'a stratum is picked twice';
  if (!distinct(caps.map((cap) => cap.tag))) return 'a tag is capped twice';
  return panelFault(spec);
}

function poolFault(spec: DrawSpec): string | null {
  const { pool } = spec;
  const used = strataOf(spec.rules);
  if (pool.kind === 'values') {
    if (!distinct(pool.values)) return 'a value stands twice in the pool';
    if (spec.rules.caps.length > 0) return 'values carry no tags to cap';
    return used.every((stratum) => stratum === VALUES_STRATUM) ? null : 'unknown stratum';
  }
  if (spec.purpose === 'lottery' || spec.purpose === 'coefficient') {
    return 'lotteries and coefficients draw from public values';
  }
  const known = pool.strataSizes.map((stratum) => stratum.id);
  if (!distinct(known)) return 'a stratum is sized twice';
  return used.every((stratum) => known.includes(stratum)) ? null : 'unknown stratum';
}

function sourceFault(source: DrawSource): string | null {
  switch (source.kind) {
    case 'drand':
      if (!isQuicknet(source)) return 'not the drand network this protocol names';
      return source.gap >= LEAST_GAP ? null : 'gap is too short';
    case 'escrow':
      return checkHolders(source.holders, source.t).ok ? null : 'holders';
    case 'physical':
      return source.symbolCount * Math.log2(source.symbolMax) >= LEAST_PHYSICAL_BITS
        ? null
        : 'too few bits';
  }
}

function contributorsFault(spec: DrawSpec): string | null {
  const { contributors } = spec;
  if (!distinct(contributors.map((one) => one.id))) return 'a contributor twice';
  if (!distinct(contributors.map((one) => one.pub))) return 'a key twice';
  if (contributors.some((one) => keyId(one.pub) !== one.kid)) return 'key id';
  return contributors.some((one) => one.id !== PLATFORM_CONTRIBUTOR)
    ? null
    : 'nobody is independent of the platform';
}

/** The id of a draw: `<scope>/<purpose>/<attempt>`. */
export function drawIdOf(scope: string, purpose: string, attempt: number): string {
  return `${scope}/${purpose}/${attempt}`;
}

/** Checks the arithmetic and the parties of a spec (tp1 §3.2). */
export function checkSpec(spec: DrawSpec, scope: string): Result<true, SpecRefusal> {
  const fault =
    (spec.drawId === drawIdOf(scope, spec.purpose, spec.attempt) ? null : 'drawId') ??
    ((spec.attempt === 1) === (spec.prevVoid === null) ? null : 'prevVoid') ??
    contributorsFault(spec) ??
    poolFault(spec) ??
    rulesFault(spec) ??
    sourceFault(spec.source);
  return fault === null ? accept(true) : refuse('draw.spec_invalid', { reason: fault });
}
