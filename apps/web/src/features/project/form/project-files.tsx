import { PROJECT_ATTACHMENT_KINDS } from '@core/project';
import { FileListField } from '../../../shared/files/file-list-field';
import { useT } from '../../../shared/i18n/i18n-context';

/** The files that go with a project: its approval, where its money comes from, what else the registrar asks for. */
export function ProjectFiles() {
  const t = useT();
  const kinds = PROJECT_ATTACHMENT_KINDS.map((value) => ({
    value,
    label: t(`projectFile.${value}`),
  }));
  return (
    <div className="stack">
      <h3>{t('attachment.files')}</h3>
      <FileListField lead={t('project.filesLead')} kinds={kinds} />
    </div>
  );
}
