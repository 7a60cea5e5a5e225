export * from './actor';
export * from './password';
export * from './permissions';
export * from './roles';
