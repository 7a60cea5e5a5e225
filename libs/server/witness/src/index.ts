export * from './witness-folder';
