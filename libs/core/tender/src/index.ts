export * from './decisions';
export * from './disclosure';
export * from './objection';
export * from './re-tender';
export * from './tender';
export * from './clarification';
