export * from './decisions';
export * from './tender';
