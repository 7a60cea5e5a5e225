export * from './award.module';
export * from './award-tender';
export * from './change-result';
export * from './awards.store';
export { PrintRecords } from './print-records';
