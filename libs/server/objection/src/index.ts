export * from './object-to-result';
export * from './objection.module';
export { Objections, type ObjectionRecord } from './objections.store';
