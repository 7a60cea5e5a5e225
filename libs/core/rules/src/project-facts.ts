import type { Fen } from '@core/kernel';

export const PROJECT_KINDS = ['works', 'goods', 'services'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

export const OWNER_KINDS = ['agency', 'state_company', 'township', 'village', 'private'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** On what grounds works that reach the threshold need not be tendered (Tendering Law art. 66, Regulations art. 9). */
export const EXEMPTION_GROUNDS = [
  'state_secret',
  'rescue',
  'work_relief',
  'irreplaceable_technology',
  'own_capacity',
  'concession_holder',
  'same_supplier',
  'other',
] as const;
export type ExemptionGround = (typeof EXEMPTION_GROUNDS)[number];

/** An exemption somebody claims, with what proves it. */
export interface Exemption {
  readonly ground: ExemptionGround;
  /** What shows that the ground is there, in words; without it the claim counts for nothing. */
  readonly evidence: string;
}

/** What core must know of a project to say which law governs it. */
export interface ProjectFacts {
  readonly kind: ProjectKind;
  readonly owner: OwnerKind;
  /** Goods or services that belong to a construction project fall under its law. */
  readonly partOfWorks: boolean;
  readonly fiscalFunds: boolean;
  /** In the catalogue of centralised procurement (集中采购目录): under the procurement law whatever it costs; absent: no. */
  readonly inCatalogue?: boolean;
  /** Budget funds in it; absent: all of the investment where fiscal funds are used, else none. */
  readonly budgetFunds?: Fen;
  /** Estimated contract price. */
  readonly estimate: Fen;
  /** Other procurements of the same kind in the same project that can be done together with it. */
  readonly together?: Fen;
  readonly totalInvestment: Fen;
  readonly exemption?: Exemption;
  /** What the lots it names come to; absent where it names none. */
  readonly inLots?: Fen;
}
