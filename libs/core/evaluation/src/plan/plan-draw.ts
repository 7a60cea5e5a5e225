import { VALUES_STRATUM, type DrawRules } from '@core/draw';
import { combinations, type DrawnValues } from './combinations';
import type { EvaluationPlan } from './plan';

/** A combination as a value of the draw's pool: `k=0.97 w=0.35`, by ascending key. */
export function drawText(values: DrawnValues): string {
  return Object.keys(values)
    .sort()
    .map((key) => `${key}=${values[key] ?? ''}`)
    .join(' ');
}

/** The values the draw of a plan's coefficients is held over; none: nothing is drawn. */
export function drawPool(plan: EvaluationPlan): readonly string[] {
  return (combinations(plan.draw) ?? []).map(drawText);
}

/** The coefficients a value of the pool stands for; null for one that is not of this plan's pool. */
export function drawnFrom(plan: EvaluationPlan, value: string): DrawnValues | null {
  return (combinations(plan.draw) ?? []).find((one) => drawText(one) === value) ?? null;
}

/** One value is drawn, for all lots of the tender. */
export const COEFFICIENT_RULES: DrawRules = {
  pick: [{ stratum: VALUES_STRATUM, seats: 1, fallback: [] }],
  caps: [],
};
