import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import { limitOf, REFUSAL_GROUNDS, refuseByLaw, type UnderLaw } from '@core/rules';

/** What the winner offered, as it was read aloud at the opening; what a lottery fixed beforehand. */
export interface Offer {
  readonly price: Fen;
  /** Days of the works; null where nothing was offered about them. */
  readonly durationDays: number | null;
  readonly quality: string | null;
  readonly manager: string | null;
}

/** What a contract says, beyond who its parties are. */
export interface ContractTerms {
  readonly price: Fen;
  readonly durationDays: number;
  readonly quality: string;
  /** Who leads the works on site (项目负责人). */
  readonly manager: string;
  /** Security for the performance (履约保证金); zero: none is asked for. */
  readonly performanceBond: Fen;
  /**
   * How far changes may add to the price without a decision of their own, in percent of it; null: as far as the law lets.
   */
  readonly changeLimit: number | null;
  /** How and when is paid. */
  readonly payment: string;
  /** Everything else the parties agree on. */
  readonly other: string;
}

export const OFFERED_PARTS = ['price', 'durationDays', 'quality', 'manager'] as const;
/** A part of a contract that a bid has fixed. */
export type OfferedPart = (typeof OFFERED_PARTS)[number];

/** A place where a contract says something else than the bid. */
export interface Departure {
  readonly part: OfferedPart;
  readonly offered: string;
  readonly written: string;
}

/** Why a contract cannot be written so. */
export type TermsRefusal = Refusal<
  'contract.departs' | 'contract.bond_too_high' | 'contract.terms_invalid'
>;

/** What a contract says first: the offer, with nothing asked beyond it. */
export function termsOf(offer: Offer): ContractTerms {
  return {
    price: offer.price,
    durationDays: offer.durationDays ?? 1,
    quality: offer.quality ?? '合格',
    manager: offer.manager ?? '',
    performanceBond: fen(0),
    changeLimit: null,
    payment: '',
    other: '',
  };
}

/**
 * Where a contract departs from the bid it is made on (Implementing Regulations art. 57: price, quality and period are
 * those of the tender documents and of the winner's bid).
 */
export function departures(terms: ContractTerms, offer: Offer): readonly Departure[] {
  return OFFERED_PARTS.flatMap((part) => {
    const [offered, written] = [offer[part], terms[part]];
    if (offered === null || offered === written) return [];
    return [{ part, offered: String(offered), written: String(written) }];
  });
}

/** The highest performance security there may be, in fen; null where the law names none. */
export function highestPerformanceBond(price: Fen, law: UnderLaw): Fen | null {
  const { set, regime, on } = law;
  const limit = limitOf(set, REFUSAL_GROUNDS['contract.bond_too_high'], regime, on);
  return limit && fen(Number((BigInt(price) * BigInt(limit.value)) / 100n));
}

/** Holds what is to be written against the bid and the law. */
export function checkTerms(
  terms: ContractTerms,
  offer: Offer,
  law: UnderLaw,
): Result<ContractTerms, TermsRefusal> {
  const [first] = departures(terms, offer);
  if (first) return refuseByLaw('contract.departs', law, { ...first });
  const isWhole = [terms.payment, terms.manager, terms.quality].every((text) => text.trim() !== '');
  if (!isWhole) return refuse('contract.terms_invalid');
  const highest = highestPerformanceBond(terms.price, law);
  if (highest !== null && terms.performanceBond > highest) {
    return refuseByLaw('contract.bond_too_high', law, { highest, bond: terms.performanceBond });
  }
  return accept(terms);
}
