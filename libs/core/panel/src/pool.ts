import {
  identityCommitment,
  poolRows,
  strataSizes,
  type DrawRules,
  type PoolCandidate,
  type PoolRow,
} from '@core/draw';
import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import type { PanelRequest } from './panel';

/** Nobody sits beside a colleague. */
const PER_EMPLOYER = 1;

/** The rows of a panel's pool, with tags that say "the same employer" and nothing more (tp1 §3.2). */
export function panelRows(candidates: readonly PoolCandidate[]): PoolRow[] {
  const labels = new Map<string, string>();
  return poolRows(candidates).map((row) => {
    const unit = row.tags.unit ?? '';
    const label = labels.get(unit) ?? `u${labels.size}`;
    labels.set(unit, label);
    return { ...row, tags: { unit: label } };
  });
}

/** The row of each candidate, by identity commitment. */
export function rowOf(rows: readonly PoolRow[], idSalt: string, who: unknown): number {
  const idc = identityCommitment(idSalt, who);
  return rows.find((row) => row.idc === idc)?.i ?? -1;
}

/** The rules of a panel's draw, scarce specialties first; refused when a specialty has too few experts. */
export function panelRules(
  request: Pick<PanelRequest, 'total' | 'tenderer' | 'seats'>,
  rows: readonly PoolRow[],
): Result<DrawRules, Refusal<'panel.too_few_experts'>> {
  const sizes = new Map(strataSizes(rows).map(({ id, size }) => [id, size]));
  const short = request.seats.find((one) => (sizes.get(one.specialty) ?? 0) < one.seats);
  if (short) return refuse('panel.too_few_experts', { specialty: short.specialty });
  const pick = [...request.seats]
    .sort((one, other) => (sizes.get(one.specialty) ?? 0) - (sizes.get(other.specialty) ?? 0))
    .map(({ specialty, seats }) => ({ stratum: specialty, seats, fallback: [] }));
  return accept({
    pick,
    caps: [{ tag: 'unit', max: PER_EMPLOYER }],
    panel: { total: request.total, tenderer: request.tenderer },
  });
}
