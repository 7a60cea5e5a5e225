import { fenToYuan, taggedHashHex } from '@core/kernel';
import type { ContractTerms } from './terms';

/** What both sides of a contract sign, as it is hashed: sums as decimal yuan. */
export interface SignedContract {
  /** The number of the tender. */
  readonly tender: string;
  readonly lot: number;
  readonly tenderer: { readonly id: string; readonly name: string };
  /** `members`: the others of a consortium, for whom its leader signs. */
  readonly winner: {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
  };
  readonly terms: Omit<ContractTerms, 'price' | 'performanceBond'> & {
    readonly price: string;
    readonly performanceBond: string;
  };
}

/** The terms of a contract as they are signed. */
export function signedTerms({
  price,
  performanceBond,
  ...rest
}: ContractTerms): SignedContract['terms'] {
  return { ...rest, price: fenToYuan(price), performanceBond: fenToYuan(performanceBond) };
}

/** The fingerprint of what is signed: who with whom, about what, and every term. 64 hexadecimal digits. */
export function contractFingerprint({
  tender,
  lot,
  tenderer,
  winner,
  terms,
}: SignedContract): string {
  return taggedHashHex('sunlit/contract', {
    tender,
    lot,
    tenderer: { id: tenderer.id, name: tenderer.name },
    winner: { id: winner.id, name: winner.name, members: winner.members },
    terms: { ...terms },
  });
}
