export * from './candidates';
export * from './publication';
export * from './parts';
export * from './result-change';
export * from './templates';
export * from './notice-record';
