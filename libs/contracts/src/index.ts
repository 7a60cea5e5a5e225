export * from './errors';
export type * from './hall';
export type { components, paths } from './schema';
