export * from './sign-up';
export * from './sign-up.module';
export * from './sign-ups.store';
