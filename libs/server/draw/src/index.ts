export * from './conduct-draw';
export * from './contribute';
export * from './draw.module';
export * from './drawn-seats';
export * from './draws.store';
