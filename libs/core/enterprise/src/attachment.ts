/** What a file of a record shows. */
export const ATTACHMENT_KINDS = [
  'business_licence',
  'qualification',
  'safety_licence',
  'bank_permit',
  'identity',
  'staff_certificate',
  'integrity',
  'other',
] as const;
/** One of {@link ATTACHMENT_KINDS}. */
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** A file that is part of a version. */
export interface Attachment {
  readonly fileId: string;
  readonly kind: AttachmentKind;
  readonly title: string;
  readonly sha256: string;
}

/** What everybody may read, as the national data specification marks it: licences, never papers of a person or a bank. */
const PUBLIC_KINDS: ReadonlySet<AttachmentKind> = new Set<AttachmentKind>([
  'business_licence',
  'qualification',
  'safety_licence',
]);

/** Whether everybody may read a file of this kind once its version is in force. */
export function isPublicAttachment(kind: AttachmentKind): boolean {
  return PUBLIC_KINDS.has(kind);
}
