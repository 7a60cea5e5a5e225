export * from './admission';
export * from './agreement';
export * from './competition';
export * from './order';
export * from './rotation';
export * from './terms';
