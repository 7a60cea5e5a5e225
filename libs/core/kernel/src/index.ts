export * from './result';
export * from './instant';
export * from './money';
export * from './capitals';
