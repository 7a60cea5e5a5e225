export * from './hall';
export * from './sheet';
