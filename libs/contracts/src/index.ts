export * from './errors';
export type * from './hall';
export type * from './lottery';
export type * from './phone';
export type { components, paths } from './schema';
