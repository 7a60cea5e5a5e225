import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import {
  judge,
  refuseByLaw,
  ruleFor,
  type Finding,
  type LegalDate,
  type Regime,
  type RuleSet,
} from '@core/rules';

/** The category of farming, forestry, animal husbandry and fishing. */
export const AGRO_FORESTRY = 'agro';

/** Why nothing may be bought on the spot. */
export type LocalRefusal = Refusal<
  'project.local_not_allowed' | 'project.local_no_items' | 'project.local_over_estimate'
>;

/** One purchase from one seller. */
export interface LocalItem {
  /** A grower, a household, a co-operative. */
  readonly seller: string;
  /** What was bought, and how much of it, in words: `杉木苗 3 000 株`. */
  readonly what: string;
  readonly amount: Fen;
}

/** Whether a project may be bought on the spot (就地采购): an agro-forestry one, where the rule set has a rule for it. */
export function localProcurement(
  set: RuleSet,
  regime: Regime,
  category: string,
  on: LegalDate,
): Result<Finding, LocalRefusal> {
  const rule = ruleFor(set, 'county-local-procurement', regime, on);
  if (!rule || category !== AGRO_FORESTRY) {
    const law = { set, regime, on };
    return refuseByLaw('project.local_not_allowed', law, { category, ruleSet: set.id });
  }
  return accept(judge(rule, true, { category }));
}

/** The sum of what was bought on the spot; it may not exceed what the project was registered with. */
export function localTotal(items: readonly LocalItem[], estimate: Fen): Result<Fen, LocalRefusal> {
  if (items.length === 0) return refuse('project.local_no_items');
  const total = fen(items.reduce<number>((sum, one) => sum + one.amount, 0));
  return total > estimate
    ? refuse('project.local_over_estimate', { total, estimate })
    : accept(total);
}
