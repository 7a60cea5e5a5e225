export * from './buy-locally';
export * from './commission-agency';
export * from './end-project';
export * from './keep-draft';
export * from './project.module';
export type { TypedDraft } from './project-drafts.store';
export { Projects, type LocalPurchase, type Project } from './projects.store';
export * from './record-collective';
export * from './register-project';
