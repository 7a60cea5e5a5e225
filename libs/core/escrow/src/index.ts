export * from './age';
export * from './shares';
