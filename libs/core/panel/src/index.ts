export * from './application';
export * from './decisions';
export * from './experts';
export * from './panel';
export * from './pool';
export * from './specialties';
export * from './standing';
export * from './terms';
