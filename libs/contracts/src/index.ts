export * from './errors';
export type { components, paths } from './schema';
