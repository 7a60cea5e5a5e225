export * from './codes';
export * from './coverage';
export * from './rows';
export * from './tables';
export * from './validate';
export * from './writing';
