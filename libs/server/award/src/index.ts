export * from './award.module';
export * from './award-tender';
export * from './change-result';
export { ChooseDirectly } from './choose-directly';
export * from './awards.store';
export { PrintRecords } from './print-records';
