import { Button, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { uploadFile } from '../../shared/api/upload';
import type { TenderDocument } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { ErrorNote } from '../../shared/ui/error-note';
import { Icon } from '../../shared/ui/icon';

/** A file that goes out with a clarification. */
export interface Attached {
  readonly fileId: string;
  readonly title: string;
  readonly kind: TenderDocument['kind'];
  readonly replacesId?: string;
}

const NEW = '';

/** Files that go out with a clarification: new documents, or new versions of published ones. */
export function AttachDocuments({
  documents,
  attached,
  onChange,
}: {
  /** The documents that hold now. */
  readonly documents: readonly TenderDocument[];
  readonly attached: readonly Attached[];
  readonly onChange: (attached: readonly Attached[]) => void;
}) {
  const t = useT();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [replaces, setReplaces] = useState(NEW);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const taken = new Set(attached.flatMap(({ replacesId }) => replacesId ?? []));
  const free = documents.filter(({ id }) => !taken.has(id));
  const send = async (file: File | undefined) => {
    if (input.current) input.current.value = '';
    if (file === undefined) return;
    setBusy(true);
    setError(null);
    try {
      const stored = await uploadFile({
        file,
        name: file.name,
        media: file.type || 'application/octet-stream',
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      const old = documents.find(({ id }) => id === replaces);
      const title = old?.title ?? file.name.replace(/\.[^.]+$/, '');
      const made = { fileId: stored.id, title, kind: old?.kind ?? 'tender_document' };
      onChange([...attached, old === undefined ? made : { ...made, replacesId: old.id }]);
      setReplaces(NEW);
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <ul>
        {attached.map((one) => (
          <li key={one.fileId} className="row">
            <span>
              {one.title}
              {one.replacesId === undefined ? '' : ` · ${t('clarification.newVersion')}`}
            </span>
            <Button
              size="small"
              aria-label={t('form.removeOf', { what: one.title })}
              onClick={() => onChange(attached.filter(({ fileId }) => fileId !== one.fileId))}
            >
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <label htmlFor={field}>{t('clarification.fileAs')}</label>
        <Select
          id={field}
          value={replaces}
          onChange={setReplaces}
          popupMatchSelectWidth={false}
          options={[
            { value: NEW, label: t('clarification.newDocument') },
            ...free.map(({ id, title }) => ({
              value: id,
              label: t('clarification.replace', { title }),
            })),
          ]}
        />
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('clarification.addFile')}
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <Button icon={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
          {t('clarification.addFile')}
        </Button>
      </div>
    </div>
  );
}
