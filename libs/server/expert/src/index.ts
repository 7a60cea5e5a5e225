export * from './expert.module';
export * from './experts';
export * from './experts.store';
