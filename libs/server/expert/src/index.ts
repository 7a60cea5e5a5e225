export { AdmitExpert } from './admission/admit-expert';
export {
  applicationContent,
  ExpertApplications,
  type ExpertApplication,
  type ExpertObjection,
} from './admission/applications.store';
export * from './admission/apply-as-expert';
export * from './expert.module';
export * from './import/import-experts';
export * from './expert-terms';
export * from './experts';
export * from './experts.store';
export {
  EXPERT_MOVED,
  EXPERT_STEPS,
  ExpertHistory,
  stepDigest,
  type ExpertStep,
  type ExpertStepRecord,
} from './record/expert-history';
export * from './record/assess-expert';
export * from './record/keep-experts';
export * from './record/keep-own-facts';
export * from './record/read-experts';
export * from './record/supervise-experts';
