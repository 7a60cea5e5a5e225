export * from './hall';
