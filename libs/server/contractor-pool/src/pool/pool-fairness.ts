import { Injectable } from '@nestjs/common';
import { fairnessOf, type DrawOnce, type FairnessReport } from '@core/fairness';
import { legalDate } from '@core/rules';
import type { DrawFirm } from '@core/draw';
import { Lotteries } from '../lottery/lotteries.store';

/** A lottery of a pool with who was in it, by credit code, and who was drawn. */
export interface PoolDraw extends DrawOnce {
  readonly tenderId: string;
  /** The day its list was frozen, `2026-03-02`. */
  readonly date: string;
  readonly firms: readonly DrawFirm[];
}

/** How evenly a pool's lotteries have fallen: the draws themselves, and the figures anybody computes from them. */
@Injectable()
export class PoolFairness {
  /** By pool and year. Drawn lotteries never change, and hundreds of firms take a fifth of a second that everybody may ask for. */
  private readonly known = new Map<
    string,
    { readonly draws: string; readonly report: FairnessReport }
  >();

  constructor(private readonly lotteries: Lotteries) {}

  /** The drawn lotteries of a pool in a year (`2026`; null: all), the oldest first. */
  async draws(poolId: string, year: string | null): Promise<readonly PoolDraw[]> {
    const held = await this.lotteries.drawnOf(poolId);
    const orders = await this.lotteries.ordersOf(held.map(({ id }) => id));
    return held.flatMap(({ id, tenderId, firms, frozenAt }) => {
      const date = legalDate(frozenAt ?? 0);
      if (!firms || (year !== null && !date.startsWith(year))) return [];
      const first = orders.get(id)?.[0]?.number;
      return {
        id,
        tenderId,
        date,
        firms,
        entrants: firms.map(({ creditCode }) => creditCode),
        winners: firms.filter(({ number }) => number === first).map(({ creditCode }) => creditCode),
      };
    });
  }

  /** The figures of a pool's lotteries. */
  async report(poolId: string, year: string | null): Promise<FairnessReport> {
    return this.of(poolId, year, await this.draws(poolId, year));
  }

  /** The figures of these draws of a pool in a year, computed anew only when there are others. */
  of(poolId: string, year: string | null, draws: readonly PoolDraw[]): FairnessReport {
    const key = `${poolId}/${year ?? ''}`;
    const ids = draws.map(({ id }) => id).join();
    const before = this.known.get(key);
    if (before?.draws === ids) return before.report;
    const report = fairnessOf(draws);
    if (draws.length > 0) this.known.set(key, { draws: ids, report });
    return report;
  }
}
