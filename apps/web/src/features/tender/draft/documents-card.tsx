import { Button, Progress, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { api } from '../../../shared/api/client';
import { uploadFile, type UploadProgress } from '../../../shared/api/upload';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Icon } from '../../../shared/ui/icon';
import { fileSize } from '../words';
import '../components/document-list.css';

const DOCUMENT_KINDS = ['tender_document', 'drawing', 'bill_of_quantities', 'other'] as const;
type DocumentKind = (typeof DOCUMENT_KINDS)[number];

interface Sending extends UploadProgress {
  readonly name: string;
  readonly abort: AbortController;
}

/** The files that will be published with the notice. */
export function DocumentsCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  return (
    <Card title={t('draft.documents')}>
      <p className="small muted">
        {t(tender.documentsGate === null ? 'draft.documentsLead' : 'draft.documentsGated')}
      </p>
      <ul>
        {tender.documents.map((document) => (
          <li key={document.id} className="document">
            <Icon name="document" />
            <div className="grow">
              <b>{document.title}</b>
              <div className="document__meta">
                <span>{document.name}</span>
                <span className="number">{fileSize(document.size)}</span>
                <Fingerprint digest={document.sha256} />
              </div>
            </div>
            <RemoveDocument tenderId={tender.id} document={document} />
          </li>
        ))}
      </ul>
      <AddDocument tenderId={tender.id} />
    </Card>
  );
}

function RemoveDocument({
  tenderId,
  document,
}: {
  readonly tenderId: string;
  readonly document: OwnTender['documents'][number];
}) {
  const t = useT();
  const refresh = useRefresh();
  return (
    <ActButton
      small
      label={t('form.removeOf', { what: document.title })}
      onAct={async () => {
        await api.DELETE('/api/tenders/{id}/documents/{documentId}', {
          params: { path: { id: tenderId, documentId: document.id } },
        });
        await refresh();
      }}
    >
      {t('form.remove')}
    </ActButton>
  );
}

function AddDocument({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<DocumentKind>('tender_document');
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File | undefined) => {
    if (input.current) input.current.value = '';
    if (file === undefined) return;
    const abort = new AbortController();
    const show = (sent: number) => setSending({ name: file.name, sent, total: file.size, abort });
    show(0);
    setError(null);
    try {
      const stored = await uploadFile({
        file,
        name: file.name,
        media: file.type || 'application/octet-stream',
        signal: abort.signal,
        onProgress: ({ sent }) => show(sent),
      });
      const title = file.name.replace(/\.[^.]+$/, '');
      await api.POST('/api/tenders/{id}/documents', {
        params: { path: { id: tenderId } },
        body: { fileId: stored.id, kind, title },
      });
      await refresh();
    } catch (reason) {
      if (!abort.signal.aborted) setError(reason);
    } finally {
      setSending(null);
    }
  };
  return (
    <div className="stack">
      {error === null ? null : <ErrorNote error={error} />}
      {sending === null ? null : <SendingBar sending={sending} />}
      <div className="row">
        <label htmlFor={field}>{t('draft.documentKind')}</label>
        <Select
          id={field}
          value={kind}
          onChange={setKind}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`documentKind.${value}`) }))}
        />
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('draft.addDocument')}
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <Button
          icon={<Icon name="upload" />}
          disabled={sending !== null}
          onClick={() => input.current?.click()}
        >
          {t('draft.addDocument')}
        </Button>
      </div>
    </div>
  );
}

function SendingBar({ sending }: { readonly sending: Sending }) {
  const t = useT();
  const { name, sent, total, abort } = sending;
  const percent = total === 0 ? 0 : Math.floor((sent / total) * 100);
  return (
    <div>
      <div className="row row--between">
        <span className="small">{t('file.sending', { name, percent })}</span>
        <Button size="small" onClick={() => abort.abort()}>
          {t('file.stop')}
        </Button>
      </div>
      <Progress percent={percent} showInfo={false} aria-label={name} />
    </div>
  );
}
