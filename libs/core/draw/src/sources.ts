import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import { LEAST_GAP, QUICKNET } from './drand';
import { LEAST_PHYSICAL_BITS } from './rules';
import type { DrawSource } from './spec';

/** Where a draw's last randomness may come from (tp1 §3.3). */
export const DRAW_SOURCE_KINDS = ['drand', 'escrow', 'physical'] as const;
export type DrawSourceKind = (typeof DRAW_SOURCE_KINDS)[number];

/** Dice or balls: how many are thrown, how many sides or numbers they have, how many people sign what they saw. */
export interface PhysicalThrow {
  readonly symbolCount: number;
  readonly symbolMax: number;
  readonly minSigners: number;
}

/** The source as it is chosen, before anybody has enrolled. */
export type SourceChoice =
  | { readonly kind: 'drand' }
  | { readonly kind: 'escrow' }
  | ({ readonly kind: 'physical' } & PhysicalThrow);

/** Twenty dice, 51 bits, signed by the three parties of a draw. */
export const TWENTY_DICE: PhysicalThrow = { symbolCount: 20, symbolMax: 6, minSigners: 3 };

/** What decides which sources an attempt may use. */
export interface SourceFacts {
  /** Whether the legal clock may differ from real time: rounds of a beacon come in real time only (tp1 §12). */
  readonly clockIsMoved: boolean;
  /** Whether an earlier attempt was voided behind its lock: somebody may have known its result (tp1 §3.3 B). */
  readonly voidedBehindLock: boolean;
}

/** Why a source may not be used. */
export type SourceRefusal = Refusal<
  'draw.beacon_needs_real_time' | 'draw.escrow_after_void' | 'draw.throw_too_small'
>;

/**
 * Whether an attempt may use this source. After a void behind the lock only `drand` or `physical`: neither leaves
 * anything to reveal, so nobody can force a third attempt by refusing.
 */
export function takeSource(
  choice: SourceChoice,
  facts: SourceFacts,
): Result<SourceChoice, SourceRefusal> {
  switch (choice.kind) {
    case 'drand':
      return facts.clockIsMoved ? refuse('draw.beacon_needs_real_time') : accept(choice);
    case 'escrow':
      return facts.voidedBehindLock ? refuse('draw.escrow_after_void') : accept(choice);
    case 'physical': {
      const bits = choice.symbolCount * Math.log2(choice.symbolMax);
      return bits >= LEAST_PHYSICAL_BITS
        ? accept(choice)
        : refuse('draw.throw_too_small', { bits: Math.floor(bits), least: LEAST_PHYSICAL_BITS });
    }
  }
}

/** The source an attempt begins with when nobody has chosen another: the first lawful of drand, escrow, dice. */
export function usualSource(facts: SourceFacts): SourceChoice {
  if (!facts.clockIsMoved) return { kind: 'drand' };
  if (!facts.voidedBehindLock) return { kind: 'escrow' };
  return { kind: 'physical', ...TWENTY_DICE };
}

/** Shares that open a nonce by force (escrow). */
export const DRAW_THRESHOLD = 2;

/** The source as it stands in the spec. `holders` are the parties in ascending order of their number. */
export function sourceOf(
  choice: SourceChoice,
  holders: readonly { readonly id: string; readonly x: number; readonly recipient: string }[],
): DrawSource {
  switch (choice.kind) {
    case 'drand':
      return { ...QUICKNET, gap: LEAST_GAP, withBids: null };
    case 'escrow':
      return { kind: 'escrow', t: DRAW_THRESHOLD, holders, withBids: null };
    case 'physical': {
      const { symbolCount, symbolMax, minSigners } = choice;
      return { kind: 'physical', symbolCount, symbolMax, minSigners, withBids: null };
    }
  }
}
