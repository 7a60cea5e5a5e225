export * from './hall';
export * from './attendance';
export * from './check-in';
export * from './sheet';
export * from './base-price';
