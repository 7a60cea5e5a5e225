import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import { limitOf, REFUSAL_GROUNDS, refuseByLaw, type UnderLaw } from '@core/rules';
import type { ContractTerms } from './terms';

export const CHANGE_KINDS = ['works', 'time', 'manager'] as const;
/** What a change order is about: the works and their price, the period, or who leads them. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of a contract (变更), as one side proposes it. */
export interface Change {
  readonly kind: ChangeKind;
  readonly reason: string;
  /** Added to the price, in fen; negative where it falls. */
  readonly priceBy: number;
  /** Added to the period, in days; negative where it is shorter. */
  readonly daysBy: number;
  /** Who leads the works from now on; null: nothing changes. */
  readonly manager: string | null;
  /** The decision that allows more than the contract's own limit: its document number; null: none was made. */
  readonly decision: string | null;
}

/** Why a change is not taken. */
export type ChangeRefusal = Refusal<
  'contract.change_invalid' | 'contract.change_over_law' | 'contract.change_needs_decision'
>;

/** What a contract says with the changes that were agreed. */
export function afterChanges(
  terms: ContractTerms,
  changes: readonly Change[],
): Pick<ContractTerms, 'price' | 'durationDays' | 'manager'> {
  return {
    price: fen(terms.price + sum(changes.map(({ priceBy }) => priceBy))),
    durationDays: terms.durationDays + sum(changes.map(({ daysBy }) => daysBy)),
    manager: changes.reduce((found, { manager }) => manager ?? found, terms.manager),
  };
}

/**
 * How much all changes have added to the price: what they took away again does not make room for more, for each addition
 * was let without competition.
 */
export function addedByChanges(changes: readonly Pick<Change, 'priceBy'>[]): Fen {
  return fen(sum(changes.map(({ priceBy }) => Math.max(0, priceBy))));
}

/** What has been done under a contract: no change may leave less than that to be paid. */
export interface DoneUnderContract {
  readonly paid: Fen;
  /** What others do by subcontracts that were consented to. */
  readonly given: Fen;
}

/**
 * Takes a change with those that were agreed before: it says why, changes what its kind is about, leaves a contract that can be,
 * and stays within the law's limit for additions (Procurement Law art. 49: a tenth of the price) and, without a decision
 * of its own, within the contract's.
 */
export function proposeChange(
  terms: ContractTerms,
  agreed: readonly Change[],
  change: Change,
  done: DoneUnderContract,
  law: UnderLaw,
): Result<Change, ChangeRefusal> {
  if (!isPlausible(terms, agreed, change, done)) return refuse('contract.change_invalid');
  if (change.priceBy <= 0) return accept(change);
  const added = addedByChanges([...agreed, change]);
  const { set, regime, on } = law;
  const limit = limitOf(set, REFUSAL_GROUNDS['contract.change_over_law'], regime, on);
  if (limit && exceeds(added, terms.price, limit.value)) {
    const { value: percent } = limit;
    return refuseByLaw('contract.change_over_law', law, { added, price: terms.price, percent });
  }
  const { changeLimit } = terms;
  const hasDecision = (change.decision ?? '').trim() !== '';
  if (changeLimit !== null && exceeds(added, terms.price, changeLimit) && !hasDecision) {
    return refuse('contract.change_needs_decision', {
      added,
      price: terms.price,
      percent: changeLimit,
    });
  }
  return accept(change);
}

/** Whether a change says what its kind is about, and nothing else. */
function saysItsKind({ kind, priceBy, daysBy, manager }: Change): boolean {
  const names = manager !== null && manager.trim() !== '';
  if (kind === 'works') return priceBy !== 0 && !names;
  if (kind === 'time') return daysBy !== 0 && priceBy === 0 && !names;
  return names && priceBy === 0 && daysBy === 0;
}

function isPlausible(
  terms: ContractTerms,
  agreed: readonly Change[],
  change: Change,
  { paid, given }: DoneUnderContract,
): boolean {
  const { reason, priceBy, daysBy } = change;
  if (reason.trim() === '' || !saysItsKind(change)) return false;
  if (![priceBy, daysBy].every(Number.isSafeInteger)) return false;
  const all = [...agreed, change];
  const price = terms.price + sum(all.map((one) => one.priceBy));
  const days = terms.durationDays + sum(all.map((one) => one.daysBy));
  const isDone = price >= paid && (given === 0 || price > given);
  return isDone && price >= 0 && Number.isSafeInteger(price) && days >= 1;
}

/** Whether `part` is more than `percent` of the whole, in exact arithmetic. */
function exceeds(part: Fen, whole: Fen, percent: number): boolean {
  return BigInt(part) * 100n > BigInt(whole) * BigInt(percent);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
