export * from './errors';
export type * from './hall';
export type * from './lottery';
export type { components, paths } from './schema';
