export * from './decisions';
export * from './disclosure';
export * from './tender';
export * from './clarification';
