import { ATTACHMENT_KINDS, type AttachmentKind } from '@core/enterprise';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { uploadFile } from '../../../shared/api/upload';
import { useT } from '../../../shared/i18n/i18n-context';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { FileButton } from '../file-button';

/** A file as the form holds it. */
export interface AttachmentTyped {
  readonly fileId: string;
  readonly kind: AttachmentKind;
  readonly title: string;
}

/** The record's files: chosen, sent at once, and named; they are part of the version when it is saved. */
export function AttachmentFields() {
  const t = useT();
  const [sending, setSending] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const kinds = ATTACHMENT_KINDS.map((value) => ({ value, label: t(`attachmentKind.${value}`) }));
  const send = async (file: File, add: (typed: AttachmentTyped) => void) => {
    setError(null);
    setSending(0);
    try {
      const stored = await uploadFile({
        file,
        name: file.name,
        media: file.type === '' ? 'application/octet-stream' : file.type,
        onProgress: ({ sent, total }) => setSending(Math.round((100 * sent) / Math.max(1, total))),
      });
      add({ fileId: stored.id, kind: 'business_licence', title: file.name.slice(0, 100) });
    } catch (reason) {
      setError(reason);
    } finally {
      setSending(null);
    }
  };
  return (
    <Form.List name="attachments">
      {(fields, { add, remove }) => (
        <>
          <p className="small muted">{t('attachment.lead')}</p>
          {fields.map(({ key, name }) => (
            <div key={key} className="qualification">
              <div className="form-grid">
                <FormField name={[name, 'kind']} label={t('attachment.kind')}>
                  <Select options={kinds} />
                </FormField>
                <FormField name={[name, 'title']} label={t('attachment.title')} max={100} />
              </div>
              <Button
                size="small"
                className="qualification__remove"
                onClick={() => remove(name)}
                aria-label={t('form.removeOf', { what: `${t('attachment.files')} ${name + 1}` })}
              >
                {t('form.remove')}
              </Button>
            </div>
          ))}
          <div className="stack">
            <FileButton
              label={t('attachment.add')}
              disabled={sending !== null}
              onChoose={(file) => void send(file, add)}
            />
            {sending === null ? null : (
              <span role="status" className="small muted">
                {t('attachment.sending', { percent: sending })}
              </span>
            )}
            {error === null ? null : <ErrorNote error={error} />}
          </div>
        </>
      )}
    </Form.List>
  );
}
