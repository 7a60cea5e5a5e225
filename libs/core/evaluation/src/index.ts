export * from './lowest-price';
