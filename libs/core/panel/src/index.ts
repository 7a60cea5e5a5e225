export * from './experts';
export * from './panel';
export * from './pool';
export * from './specialties';
