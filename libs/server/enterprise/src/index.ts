export * from './enterprise.module';
export {
  contentOf,
  eligibilityOf,
  Enterprises,
  readContent,
  versionInForce,
  workingContentOf,
  type Enterprise,
  type EnterpriseVersion,
  type StaffElsewhere,
} from './enterprises.store';
export * from './import/import-enterprises';
export * from './keep-credit';
export * from './keep-enterprise';
export * from './keep-inquiries';
export { PrintRegister } from './print-register';
export * from './read-register';
export * from './register-enterprise';
export {
  RegisterPapers,
  type CreditEntry,
  type Decision,
  type DeficiencyLetter,
  type Inquiry,
} from './register.store';
export * from './review-enterprise';
export * from './supervise-enterprise';
