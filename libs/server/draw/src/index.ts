export * from './conduct-draw';
export * from './contribute';
export * from './draw.module';
export * from './draws.store';
