export {
  ARCHIVE_PATHS,
  ARCHIVE_TAG,
  archivedContract,
  CONTRACT_RECORDS,
  isOfContracts,
  type Manifest,
} from './archive/archive';
export { verifyArchive } from './archive/verify-archive';
export { packZip, unpackZip } from './archive/zip';
export {
  ARCHIVE_STEPS,
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
