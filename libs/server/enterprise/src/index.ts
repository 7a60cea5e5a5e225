export * from './enterprise.module';
export { contentOf, eligibilityOf, Enterprises, type Enterprise } from './enterprises.store';
export * from './keep-enterprise';
export * from './register-enterprise';
