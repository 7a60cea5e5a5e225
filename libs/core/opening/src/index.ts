export * from './hall';
export * from './sheet';
export * from './base-price';
