export * from './contributor';
export * from './course';
export {
  drawIdOfRecord,
  drawIds,
  type DrawEvidence,
  type DrawFaultCode,
  type Gate,
  type OpenedEnvelope,
} from './draw-log';
export * from './drand';
export * from './finals';
export { makeLock, missingInputs } from './lock';
export * from './outcome';
export * from './pool';
export * from './rules';
export * from './selection';
export * from './skips';
export * from './sources';
export * from './spec';
export * from './stream';
export * from './verify';
export * from './voiding';
