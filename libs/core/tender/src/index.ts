export * from './award-apart';
export * from './bid-validity';
export * from './base-price';
export * from './decisions';
export * from './direct-choice';
export * from './disclosure';
export * from './documents';
export * from './draft-parts';
export * from './invitation';
export * from './lot';
export * from './method-basis';
export * from './objection';
export * from './re-tender';
export * from './remedy';
export * from './suspension';
export * from './take-documents';
export * from './tender';
export {
  askQuestion,
  clarifyTender,
  isRunning,
  soonestDeadline,
  type ClarificationRefusal,
  type ClarificationWish,
} from './clarification';
export * from './notice';
