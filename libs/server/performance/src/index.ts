export * from './performance.entity';
export * from './performance.module';
export * from './performances.store';
export * from './review-performance';
