export * from './decisions';
export * from './disclosure';
export * from './tender';
