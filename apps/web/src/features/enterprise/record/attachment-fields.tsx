import { ATTACHMENT_KINDS } from '@core/enterprise';
import { FileListField } from '../../../shared/files/file-list-field';
import { useT } from '../../../shared/i18n/i18n-context';

/** The record's files: chosen, sent at once, and named; they are part of the version when it is saved. */
export function AttachmentFields() {
  const t = useT();
  const kinds = ATTACHMENT_KINDS.map((value) => ({ value, label: t(`attachmentKind.${value}`) }));
  return <FileListField lead={t('attachment.lead')} kinds={kinds} />;
}
