export * from './evaluation.module';
export * from './evaluations.store';
export * from './judge-bids';
