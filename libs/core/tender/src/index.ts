export * from './decisions';
export * from './disclosure';
export * from './re-tender';
export * from './tender';
export * from './clarification';
