import { Button } from 'antd';
import { api } from '../../shared/api/client';
import type { Complaint } from '../../shared/api/wire';
import { FileButton } from '../../shared/files/file-button';
import { saveAnswer } from '../../shared/files/save-file';
import { SendingNote } from '../../shared/files/sending-note';
import { useSending } from '../../shared/files/use-sending';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { wordKeys } from './words';

/** A file that was sent and is to be attached. */
export interface Attached {
  readonly id: string;
  readonly name: string;
}

/** Chooses files, each sent at once. */
export function EvidenceField({
  files,
  onChange,
}: {
  readonly files: readonly Attached[];
  readonly onChange: (files: readonly Attached[]) => void;
}) {
  const t = useT();
  const { percent, error, send } = useSending();
  return (
    <div className="stack">
      {files.length === 0 ? null : (
        <ul>
          {files.map(({ id, name }) => (
            <li key={id}>
              {name}{' '}
              <Button
                size="small"
                onClick={() => onChange(files.filter((one) => one.id !== id))}
                aria-label={t('complaint.removeFile', { name })}
              >
                {t('form.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileButton
        label={t('complaint.addFile')}
        disabled={percent !== null}
        onChoose={(file) => void send(file, (id) => onChange([...files, { id, name: file.name }]))}
      />
      <SendingNote percent={percent} error={error} />
    </div>
  );
}

/** The files that came with a complaint, as far as this reader may open them. */
export function EvidenceList({ complaint: { id, files } }: { readonly complaint: Complaint }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map((one) => (
        <li key={one.id}>
          <span className="small muted">{t(wordKeys.side(one.side))}</span>{' '}
          <ActButton
            small
            onAct={async () => {
              const params = { path: { id, file: one.id } };
              saveAnswer(
                await api.GET('/api/complaints/{id}/files/{file}', { params, parseAs: 'blob' }),
                one.name,
              );
            }}
          >
            {t('complaint.openFile', { name: one.name })}
          </ActButton>
        </li>
      ))}
    </ul>
  );
}
