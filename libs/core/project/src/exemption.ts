import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import { lawOf, ruleFor, type Exemption, type LegalDate, type RuleSet } from '@core/rules';

/** An exemption with the file that proves it. */
export interface ProvenExemption extends Exemption {
  readonly fileId: string;
}

/** What a tenderer claims; the file is not there yet while he only asks for advice. */
export interface ClaimedExemption extends Exemption {
  readonly fileId: string | null;
}

export type ExemptionRefusal = Refusal<'project.exemption_unproven'>;

/** Takes a claimed exemption into a project that is handed in: with words and a file that show its ground, or not at all. */
export function proveExemption(
  claim: ClaimedExemption | null,
  set: RuleSet,
  on: LegalDate,
): Result<ProvenExemption | null, ExemptionRefusal> {
  if (claim === null) return accept(null);
  const { ground, fileId } = claim;
  const evidence = claim.evidence.trim();
  if (evidence !== '' && fileId !== null) return accept({ ground, evidence, fileId });
  const rule = ruleFor(set, 'exempt-tender-list', 'A', on);
  return refuse('project.exemption_unproven', { ground }, rule ? lawOf(rule) : undefined);
}
