export * from './checkpoint';
export * from './compact-range';
export * from './note';
export * from './policy';
export * from './receipt';
export * from './record';
export * from './tree';
export * from './witness';
