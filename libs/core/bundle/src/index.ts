export {
  BUNDLE,
  STEPS,
  type Bundle,
  type BundleWarning,
  type StepName,
  type StepReport,
} from './bundle';
export type { EnvelopeReport } from './opening-steps';
export { inReceipts } from './receipt-form';
export * from './verify';
