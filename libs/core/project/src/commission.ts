import type { OrganisationKind } from '@core/identity';
import { accept, refuse, type LawBasis, type Refusal, type Result } from '@core/kernel';
import {
  groundOf,
  refuseByLaw,
  type LegalDate,
  type Regime,
  type RuleSet,
  type UnderLaw,
} from '@core/rules';
import type { ProjectState, ProjectUse } from './project';

/** Why an agency is not commissioned, or kept out of a tender. */
export type CommissionRefusal = Refusal<
  | 'project.not_registered'
  | 'project.has_tender'
  | 'project.not_an_agency'
  | 'project.contract_missing'
  | 'sign_up.is_agency'
>;

/** What is known when a tenderer commissions an agency for a project. */
export interface CommissionFacts {
  readonly state: ProjectState;
  readonly regime: Regime;
  readonly use: ProjectUse;
  readonly agency: OrganisationKind | null;
  readonly contractNumber: string;
}

/**
 * Commissions an agency (委托招标代理) for a registered project: in writing, with the number of its contract, and before a
 * tender of it runs. Returns the number as it is kept and the rule behind it.
 */
export function commissionAgency(
  { state, regime, use, agency, contractNumber }: CommissionFacts,
  set: RuleSet,
  on: LegalDate,
): Result<{ readonly contractNumber: string; readonly law: LawBasis | null }, CommissionRefusal> {
  const law = groundOf('project.contract_missing', { set, regime, on });
  if (state !== 'registered') return refuse('project.not_registered');
  const begun = use.running + use.drafts;
  if (begun > 0) return refuse('project.has_tender', { running: begun });
  if (agency !== 'agency') return refuse('project.not_an_agency');
  const number = contractNumber.trim();
  if (number === '') return refuse('project.contract_missing', undefined, law);
  return accept({ contractNumber: number, law: law ?? null });
}

/** Ends a commission; not while a tender of the project runs or is being prepared. */
export function endCommission({ running, drafts }: ProjectUse): Result<true, CommissionRefusal> {
  const begun = running + drafts;
  return begun > 0 ? refuse('project.has_tender', { running: begun }) : accept(true);
}

/** Whether a firm may take part in a tender: not the agency that runs it (Implementing Regulations art. 13). */
export function keepAgencyOut(
  firm: string,
  agency: string | null,
  law: UnderLaw,
): Result<true, CommissionRefusal> {
  if (agency === null || agency !== firm) return accept(true);
  return refuseByLaw('sign_up.is_agency', law);
}
