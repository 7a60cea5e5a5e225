import { accept, refuse, type Refusal, type Result } from '@core/kernel';

/** What an expert keeps up to date himself: how to reach him, and with whom he has to do. */
export interface OwnFacts {
  readonly phone: string;
  readonly employer: string;
  /** Unified credit code, or empty. */
  readonly employerCode: string;
  readonly region: string;
  /** Names or credit codes of former employers, holdings and relatives' firms. */
  readonly recusals: readonly string[];
}

/**
 * The facts after a change. An expert adds firms to keep away from and takes none off, and a former employer is added by itself:
 * nobody opens himself a tender of the firm he just left. What is no longer so, the keeper of the pool takes off.
 */
export function changeOwnFacts(
  before: OwnFacts,
  edit: OwnFacts,
): Result<OwnFacts, Refusal<'expert.decision_incomplete'>> {
  const missing = (['phone', 'employer', 'region'] as const).filter(
    (field) => edit[field].trim() === '',
  );
  if (missing.length > 0) return refuse('expert.decision_incomplete', { missing });
  const former = [before.employer, before.employerCode].filter(
    (one) => one !== edit.employer && one !== edit.employerCode,
  );
  return accept({
    ...edit,
    recusals: namedFirms([...before.recusals, ...edit.recusals, ...former]),
  });
}

/** A list of firms without blanks and doubles. */
export function namedFirms(list: readonly string[]): readonly string[] {
  return [...new Set(list.map((one) => one.trim()).filter((one) => one !== ''))];
}
