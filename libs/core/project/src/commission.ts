import type { OrganisationKind } from '@core/identity';
import { accept, refuse, type LawBasis, type Refusal, type Result } from '@core/kernel';
import { lawOf, ruleFor, type Regime, type RuleSet } from '@core/rules';
import type { ProjectState, ProjectUse } from './project';

/** Why an agency is not commissioned, or kept out of a tender. */
export type CommissionRefusal = Refusal<
  | 'project.not_registered'
  | 'project.has_tender'
  | 'project.not_an_agency'
  | 'project.contract_missing'
  | 'sign_up.is_agency'
>;

/** The law of the regime behind a rule about agencies: works and procurement have one each. */
function lawAbout(what: 'contract' | 'no-bid', regime: Regime, set: RuleSet): LawBasis | undefined {
  const [works, procurement] = AGENCY_RULES[what];
  const rule = ruleFor(set, works, regime) ?? ruleFor(set, procurement, regime);
  return rule ? lawOf(rule) : undefined;
}

const AGENCY_RULES = {
  contract: ['agency-contract', 'gp-agency-contract'],
  'no-bid': ['agency-no-bid', 'gp-agency-no-bid'],
} as const;

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
): Result<{ readonly contractNumber: string; readonly law: LawBasis | null }, CommissionRefusal> {
  const law = lawAbout('contract', regime, set);
  if (state !== 'registered') return refuse('project.not_registered');
  if (use.running > 0) return refuse('project.has_tender', { running: use.running });
  if (agency !== 'agency') return refuse('project.not_an_agency');
  const number = contractNumber.trim();
  if (number === '') return refuse('project.contract_missing', undefined, law);
  return accept({ contractNumber: number, law: law ?? null });
}

/** Ends a commission; not while a tender of the project runs. */
export function endCommission({ running }: ProjectUse): Result<true, CommissionRefusal> {
  return running > 0 ? refuse('project.has_tender', { running }) : accept(true);
}

/** Whether a firm may take part in a tender: not the agency that runs it (Implementing Regulations art. 13). */
export function keepAgencyOut(
  firm: string,
  agency: string | null,
  regime: Regime,
  set: RuleSet,
): Result<true, CommissionRefusal> {
  if (agency === null || agency !== firm) return accept(true);
  return refuse('sign_up.is_agency', undefined, lawAbout('no-bid', regime, set));
}
