import { Injectable } from '@nestjs/common';
import {
  figuresOf,
  grouped,
  suppliersIn,
  type Figures,
  type Grouping,
  type SupplierFact,
} from '@core/statistics';
import { StatisticsFacts, type KnownFact } from './statistics-facts.store';

/** Which processes a figure is of. */
export interface StatisticsFilter {
  readonly year?: string | undefined;
  readonly region?: string | undefined;
  readonly method?: string | undefined;
  readonly category?: string | undefined;
}

/** The figures of a selection, whole and by group. */
export interface Statistics {
  readonly whole: Figures;
  readonly groups: readonly { readonly key: string; readonly figures: Figures }[];
  /** The suppliers with the largest sums, at most ten. */
  readonly suppliers: readonly SupplierFact[];
}

const SUPPLIERS = 10;

/** Statistics as anybody may read them, and the rows behind each figure. */
@Injectable()
export class ReadStatistics {
  constructor(private readonly facts: StatisticsFacts) {}

  /** The processes of a selection, the newest first. */
  async rows({ year, region, method, category }: StatisticsFilter): Promise<KnownFact[]> {
    const facts = await this.facts.of(year, region);
    return facts
      .filter(
        (fact) =>
          (method === undefined || fact.method === method) &&
          (category === undefined || fact.category === category),
      )
      .sort((one, other) => (other.noticeAt ?? 0) - (one.noticeAt ?? 0));
  }

  async figures(filter: StatisticsFilter, by: Grouping): Promise<Statistics> {
    const rows = await this.rows(filter);
    return {
      whole: figuresOf(rows),
      groups: grouped(rows, by),
      suppliers: suppliersIn(rows).slice(0, SUPPLIERS),
    };
  }
}
