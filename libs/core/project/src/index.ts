export * from './local-procurement';
export * from './project';
export * from './unified-code';
