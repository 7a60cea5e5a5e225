export * from './conduct-draw';
export * from './contribute';
export * from './draw.module';
export { type VoidAsked } from './draw.entity';
export * from './drawn-seats';
export * from './draws.store';
export * from './finish-draw';
export { VoidDraw } from './void-draw';
