import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OpenDataModule } from '@server/open-data';
import { KeepStatistics } from './keep-statistics';
import { ReadStatistics } from './read-statistics';
import { StatisticsFacts } from './statistics-facts.store';
import { STATISTICS_ENTITIES } from './statistics.entity';

/** Figures of what was published, out of the open data alone. */
@Module({
  imports: [TypeOrmModule.forFeature(STATISTICS_ENTITIES), OpenDataModule],
  providers: [StatisticsFacts, KeepStatistics, ReadStatistics],
  exports: [KeepStatistics, ReadStatistics],
})
export class StatisticsModule {}
