import { api } from '../../../shared/api/client';
import type { Project } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { saveFile } from '../../../shared/files/save-file';

/** The printed receipt, or the letter that says what is missing. */
export function LetterButton({ project }: { readonly project: Project }) {
  const t = useT();
  if (!project.hasLetter) return null;
  return (
    <ActButton
      onAct={async () => {
        const { data } = await api.GET('/api/projects/{id}/letter', {
          params: { path: { id: project.id } },
          parseAs: 'blob',
        });
        const file: unknown = data;
        if (file instanceof Blob) saveFile(`${project.code}.pdf`, file);
      }}
    >
      {project.state === 'returned' ? t('project.letter') : t('project.receipt')}
    </ActButton>
  );
}
