export * from './edit-tender';
export * from './publish-tender';
export * from './sealing';
export type { SealingTerms, TenderRow } from './tender.entity';
export * from './tender.module';
export * from './tenders.store';
export { noticeTitle } from './tender.entity';
export * from './terminate-tender';
export * from './holders/holder-keys';
