export * from './advise-project';
export * from './answer-project';
export * from './buy-locally';
export * from './commission-agency';
export * from './end-project';
export * from './hand-in-project';
export * from './keep-draft';
export * from './project.module';
export type { TypedDraft } from './project-drafts.store';
export {
  contentOf,
  Projects,
  type LocalPurchase,
  type Project,
  type Submission,
} from './projects.store';
export * from './record-collective';
