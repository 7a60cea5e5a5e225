export * from './clarification.module';
export { Clarifications, type Clarification, type Question } from './clarifications.store';
export {
  ClarifyTender,
  QUESTION_ANSWERED,
  TENDER_CLARIFIED,
  type Correction,
} from './clarify-tender';
