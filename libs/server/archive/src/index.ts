export * from './archive.module';
export * from './close-tender';
export * from './closings.store';
export * from './pack-archive';
export * from './publish-bundle';
