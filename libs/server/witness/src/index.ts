export * from './witness-folder';
export * from './log-key-folder';
