export { KeepStatistics } from './keep-statistics';
export { ReadStatistics, type Statistics, type StatisticsFilter } from './read-statistics';
export type { KnownFact } from './statistics-facts.store';
export { StatisticsModule } from './statistics.module';
