export * from './publication';
export * from './parts';
export * from './templates';
