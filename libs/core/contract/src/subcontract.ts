import { accept, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import { refuseByLaw, type UnderLaw } from '@core/rules';

/** A part of the works the winner wants somebody else to do (分包). */
export interface Subcontract {
  /** Whose work it shall be. */
  readonly name: string;
  /** What part. */
  readonly part: string;
  readonly sum: Fen;
  /** Whether it is the main structure or key work of the contract, by the winner's own word. */
  readonly isMainWork: boolean;
}

/** Why a part may not be given to somebody else. */
export type SubcontractRefusal = Refusal<
  'contract.subcontract_main' | 'contract.transferred' | 'contract.subcontract_invalid'
>;

/**
 * Takes the notice of a subcontract, before the tenderer consents to it: never of the main work, never so that nothing is
 * left for the winner, which would be a transfer (Tendering Law art. 48, Building Law art. 28, 29).
 */
export function subcontract(
  price: Fen,
  consented: readonly Pick<Subcontract, 'sum'>[],
  wanted: Subcontract,
  winner: string,
  law: UnderLaw,
): Result<Subcontract, SubcontractRefusal> {
  const [name, part] = [wanted.name.trim(), wanted.part.trim()];
  if (name === '' || part === '' || wanted.sum === 0 || name === winner) {
    return refuse('contract.subcontract_invalid');
  }
  if (wanted.isMainWork) return refuseByLaw('contract.subcontract_main', law);
  const given = consented.reduce((total, { sum }) => total + BigInt(sum), BigInt(wanted.sum));
  if (given >= BigInt(price)) {
    return refuseByLaw('contract.transferred', law, { given: String(given), price });
  }
  return accept({ ...wanted, name, part });
}
