export * from './import-releases';
export * from './open-data.module';
export * from './open-releases.store';
export * from './publish-releases';
export * from './read-open-data';
