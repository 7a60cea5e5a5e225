import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';

/** A part of a project its tenderer means to tender as a lot (标段). */
export interface LotPlan {
  readonly title: string;
  readonly estimate: Fen;
}

/** The same with its number. */
export interface PlannedLot extends LotPlan {
  readonly number: number;
}

/** Why lots cannot be planned so. */
export type LotPlanRefusal = Refusal<'project.lots_invalid' | 'project.lots_exceed'>;

const MOST = 50;

/**
 * The lots a project names when it is registered, numbered from 1. Together they are at most the project: what is tendered
 * is never more than what was approved.
 */
export function planLots(
  estimate: Fen,
  plans: readonly LotPlan[],
): Result<readonly PlannedLot[], LotPlanRefusal> {
  if (plans.length > MOST) return refuse('project.lots_invalid', { reason: 'count' });
  const titles = plans.map(({ title }) => title.trim());
  if (titles.includes('') || new Set(titles).size !== titles.length) {
    return refuse('project.lots_invalid', { reason: 'title' });
  }
  if (plans.some((one) => one.estimate <= 0)) {
    return refuse('project.lots_invalid', { reason: 'estimate' });
  }
  const sum = sumOfLots(plans);
  if (sum > estimate) return refuse('project.lots_exceed', { sum, estimate });
  return accept(
    plans.map((one, at) => ({ number: at + 1, title: titles[at] ?? '', estimate: one.estimate })),
  );
}

/** What the planned lots come to. */
export function sumOfLots(lots: readonly LotPlan[]): Fen {
  return fen(lots.reduce<number>((sum, one) => sum + one.estimate, 0));
}
