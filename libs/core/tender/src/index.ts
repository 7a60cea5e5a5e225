export * from './decisions';
export * from './disclosure';
export * from './lot';
export * from './objection';
export * from './re-tender';
export * from './tender';
export * from './clarification';
