export * from './publication';
export * from './templates';
