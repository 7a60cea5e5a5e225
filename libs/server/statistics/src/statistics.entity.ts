import { Entity, Index } from 'typeorm';
import type { ProcessFact } from '@core/statistics';
import { JsonText, Key, Ref, ShortText } from '@server/platform';

/** What the statistics know of one process: read out of its published releases, made again from them at any time. */
@Entity('statistics_fact')
@Index('ix_statistics_fact_year', ['year', 'region'])
export class StatisticsFactRow {
  /** The ocid. */
  @Key(60, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @ShortText(4, 'public') year!: string;
  @ShortText(60, 'public') region!: string;
  @JsonText('public') fact!: ProcessFact;
}

export const STATISTICS_ENTITIES = [StatisticsFactRow];
