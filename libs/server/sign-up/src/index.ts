export * from './parties/consortia.store';
export * from './parties/find-relations';
export * from './parties/join-consortium';
export * from './parties/parties.store';
export * from './print-sign-ups';
export * from './sign-up';
export * from './sign-up.module';
export * from './sign-ups.store';
