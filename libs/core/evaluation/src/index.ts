export * from './lowest-price';
export * from './formulas/index';
export * from './scoring/method';
export { drawValues } from './scoring/parameters';
export { evaluateBy } from './scoring/evaluate';
