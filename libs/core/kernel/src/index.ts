export * from './bytes';
export * from './canonical';
export * from './result';
export * from './instant';
export * from './money';
export * from './capitals';
export * from './shape';
export * from './signature';
