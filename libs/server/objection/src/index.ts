export * from './object-to-documents';
export * from './object-to-result';
export { OBJECTION_ANSWERED, OBJECTION_FILED, OBJECTION_REMEDIED } from './objection-log';
export * from './objection.module';
export { OrderRemedy, type RemedyOrder } from './order-remedy';
export * from './remedy-objection';
export * from './settle-objections';
export { Objections, toUpheld, type ObjectionRecord, type RemedyRecord } from './objections.store';
