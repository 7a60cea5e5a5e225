export * from './award.module';
export * from './award-tender';
export * from './change-result';
export { ChooseDirectly } from './choose-directly';
export * from './decide-apart';
export { MakeAward, type FindParticipants } from './make-award';
export * from './awards.store';
export { PrintRecords } from './print-records';
