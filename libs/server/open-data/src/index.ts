export * from './import-releases';
export * from './open-data.module';
export * from './open-releases.store';
export { PublicFacts } from './process-facts';
export * from './publish-releases';
export * from './read-open-data';
