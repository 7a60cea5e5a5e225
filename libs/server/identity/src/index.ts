export * from './accounts';
export { Administer } from './administer';
export * from './identity.module';
export * from './passwords';
export { People, type Membership } from './people.store';
export * from './second-factor';
export * from './sessions';
export * from './sign-in';
export * from './tokens';
