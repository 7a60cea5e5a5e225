import { INQUIRY_KINDS, INQUIRY_RESULTS } from '@core/enterprise';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { uploadFile } from '../../../shared/api/upload';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Dossier } from '../../../shared/api/wire';
import { isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { FileButton } from '../../../shared/files/file-button';
import { startOf } from '../record/day';
import { download } from '../queries';

type Inquiry = Dossier['inquiries'][number];

const CHIP = { valid: 'chip--ok', expired: 'chip--warn', unconfirmed: 'chip--line' } as const;

/** What other registers answered: by whom, until when it counts; `may` says what the reader may do. */
export function InquiriesCard({
  dossier,
  may,
}: {
  readonly dossier: Dossier;
  readonly may: 'read' | 'record' | 'confirm';
}) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const { inquiries, enterprise } = dossier;
  return (
    <Card title={t('inquiry.title')}>
      <p className="small muted">{t('inquiry.lead')}</p>
      {inquiries.length === 0 ? <p>{t('inquiry.none')}</p> : null}
      <ul className="stack">
        {inquiries.map((one) => (
          <InquiryItem key={one.id} id={enterprise.id} inquiry={one} confirms={may === 'confirm'} />
        ))}
      </ul>
      {may === 'read' ? null : adding ? (
        <InquiryForm id={enterprise.id} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{t('inquiry.add')}</Button>
        </div>
      )}
    </Card>
  );
}

function InquiryItem({
  id,
  inquiry,
  confirms,
}: {
  readonly id: string;
  readonly inquiry: Inquiry;
  readonly confirms: boolean;
}) {
  const t = useT();
  const refresh = useRefresh();
  const { fileId } = inquiry;
  return (
    <li className="paper">
      <div className="row row--between">
        <strong>{t(`inquiryKind.${inquiry.kind}`)}</strong>
        <span className={`chip ${CHIP[inquiry.state]}`}>{t(`inquiryState.${inquiry.state}`)}</span>
      </div>
      <p>
        {t(`inquiryResult.${inquiry.result}`)} {inquiry.note}
      </p>
      <p className="small muted">
        {t('inquiry.facts', {
          source: inquiry.source,
          on: isoDate(inquiry.queriedAt),
          until: isoDate(new Date(inquiry.validUntil).getTime() - 1),
        })}
      </p>
      <div className="row">
        {fileId === null ? null : (
          <ActButton
            small
            onAct={() =>
              download(
                api.GET('/api/enterprises/{id}/files/{fileId}', {
                  params: { path: { id, fileId } },
                  parseAs: 'blob',
                }),
                t(`inquiryKind.${inquiry.kind}`),
              )
            }
          >
            {t('attachment.download')}
          </ActButton>
        )}
        {confirms && inquiry.state === 'unconfirmed' ? (
          <ActButton
            small
            onAct={async () => {
              await api.POST('/api/enterprise-inquiries/{id}/confirm', {
                params: { path: { id: inquiry.id } },
              });
              await refresh();
            }}
          >
            {t('inquiry.confirm')}
          </ActButton>
        ) : null}
      </div>
    </li>
  );
}

interface Typed {
  readonly kind: Inquiry['kind'];
  readonly source: string;
  readonly result: Inquiry['result'];
  readonly note?: string;
  readonly queriedOn: string;
}

function InquiryForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [file, setFile] = useState<File | null>(null);
  const { busy, error, act } = useAct(async () => {
    const { kind, source, result, note, queriedOn } = await form.validateFields();
    if (file === null) return;
    const stored = await uploadFile({
      file,
      name: file.name,
      media: file.type || 'application/octet-stream',
    });
    await api.POST('/api/enterprises/{id}/inquiries', {
      params: { path: { id } },
      body: {
        kind,
        source,
        result,
        note: note ?? '',
        queriedAt: startOf(queriedOn),
        fileId: stored.id,
      },
    });
    await refresh();
    onDone();
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={act}>
      <div className="form-grid">
        <FormField name="kind" label={t('inquiry.kind')}>
          <Select
            options={INQUIRY_KINDS.map((value) => ({ value, label: t(`inquiryKind.${value}`) }))}
          />
        </FormField>
        <FormField name="source" label={t('inquiry.source')} />
        <FormField name="result" label={t('inquiry.result')}>
          <Select
            options={INQUIRY_RESULTS.map((value) => ({
              value,
              label: t(`inquiryResult.${value}`),
            }))}
          />
        </FormField>
        <FormField name="queriedOn" label={t('inquiry.on')}>
          <Input type="date" />
        </FormField>
        <FormField name="note" label={t('inquiry.note')} optional max={200} />
        <div>
          <FileButton label={t('inquiry.file')} onChoose={setFile} />
          <span className="small muted">{file === null ? t('inquiry.fileNeeded') : file.name}</span>
        </div>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button htmlType="submit" loading={busy} disabled={file === null}>
          {t('inquiry.save')}
        </Button>
        <Button onClick={onDone}>{t('form.back')}</Button>
      </div>
    </Form>
  );
}
