import { PROJECT_ATTACHMENT_KINDS } from '@core/project';
import { api } from '../../../shared/api/client';
import type { Project } from '../../../shared/api/wire';
import { saveAnswer } from '../../../shared/files/save-file';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';

/** The files that go with a project; a pair of a list of facts. */
export function ProjectFilesList({ project }: { readonly project: Project }) {
  const t = useT();
  const { id, attachments } = project;
  if (attachments.length === 0) return null;
  return (
    <>
      <dt>{t('attachment.files')}</dt>
      <dd>
        <ul>
          {attachments.map(({ fileId, kind, title }) => {
            const known = PROJECT_ATTACHMENT_KINDS.find((one) => one === kind) ?? 'other';
            return (
              <li key={fileId} className="row">
                <span>
                  {t(`projectFile.${known}`)} · {title}
                </span>
                <ActButton
                  small
                  label={t('attachment.downloadOf', { what: title })}
                  onAct={() => download(id, fileId, title)}
                >
                  {t('attachment.download')}
                </ActButton>
              </li>
            );
          })}
        </ul>
      </dd>
    </>
  );
}

async function download(id: string, fileId: string, title: string): Promise<void> {
  const params = { path: { id, fileId } };
  saveAnswer(
    await api.GET('/api/projects/{id}/attachments/{fileId}/file', { params, parseAs: 'blob' }),
    title,
  );
}
