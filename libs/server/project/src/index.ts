export * from './buy-locally';
export * from './end-project';
export * from './project.module';
export { Projects, type LocalPurchase, type Project } from './projects.store';
export * from './register-project';
