/** What a file of a project shows: its approval, where its money comes from, its drawings and quantities, its plan. */
export const PROJECT_ATTACHMENT_KINDS = [
  'approval',
  'funding',
  'design',
  'quantities',
  'decision',
  'other',
] as const;
/** One of {@link PROJECT_ATTACHMENT_KINDS}. */
export type ProjectAttachmentKind = (typeof PROJECT_ATTACHMENT_KINDS)[number];

/** A file that goes with a project, for the registrar and the project's own people. */
export interface ProjectAttachment {
  readonly fileId: string;
  readonly kind: ProjectAttachmentKind;
  readonly title: string;
  readonly sha256: string;
}
