export * from './native-age';
export * from './native-engine';
