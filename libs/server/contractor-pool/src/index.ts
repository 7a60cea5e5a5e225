export * from './contractor-pool.module';
export * from './contractor-pools.store';
export * from './hold-lottery';
export * from './keep-pool';
export * from './lotteries.store';
export * from './take-part';
