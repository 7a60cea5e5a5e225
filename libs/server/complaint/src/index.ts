export { COMPLAINT_MOVED, COMPLAINT_STEPS, type ComplaintStep } from './complaint-desk';
export type { EvidenceSide } from './complaint.entity';
export * from './complaint.module';
export {
  Complaints,
  toPause,
  type ComplaintEvidence,
  type ComplaintPause,
  type ComplaintRecord,
} from './complaints.store';
export { DecideComplaint } from './decide-complaint';
export { FileComplaint } from './file-complaint';
export { HandleComplaint } from './handle-complaint';
export { PauseComplaint } from './pause-complaint';
export {
  ReadComplaints,
  type ComplaintChance,
  type ComplaintReader,
  type WholeComplaint,
} from './read-complaints';
