import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { api } from '../../../shared/api/client';
import { uploadFile } from '../../../shared/api/upload';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Icon } from '../../../shared/ui/icon';

/** The leader names the members and hands in the joint agreement; each member then confirms for itself. */
export function FormConsortium({
  tenderId,
  lot,
  onDone,
}: {
  readonly tenderId: string;
  readonly lot: number;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [codes, setCodes] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const members = codes.split(/[\s,，、]+/).filter((code) => code !== '');
  const { busy, error, act } = useAct(async () => {
    if (file === null) return;
    const media = file.type || 'application/octet-stream';
    const stored = await uploadFile({ file, name: file.name, media });
    await api.POST('/api/tenders/{id}/consortia', {
      params: { path: { id: tenderId } },
      body: { lot, members, agreementFileId: stored.id },
    });
    await refresh();
    onDone();
  });
  return (
    <div className="stack">
      <p className="small muted">{t('consortium.formText')}</p>
      <div>
        <label htmlFor={field}>{t('consortium.codes')}</label>
        <Input.TextArea
          id={field}
          rows={2}
          className="mono"
          value={codes}
          onChange={(event) => setCodes(event.target.value.toUpperCase())}
        />
      </div>
      <div className="row">
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('consortium.agreement')}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        <Button icon={<Icon name="upload" />} onClick={() => input.current?.click()}>
          {file === null ? t('consortium.choose') : file.name}
        </Button>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button
          type="primary"
          loading={busy}
          disabled={file === null || members.length === 0}
          onClick={act}
        >
          {t('consortium.send')}
        </Button>
      </div>
    </div>
  );
}
