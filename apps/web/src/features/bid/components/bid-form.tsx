import { fenToYuan } from '@core/kernel';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { Icon } from '../../../shared/ui/icon';
import { Note } from '../../../shared/ui/note';
import type { BidDraft } from '../use-submission';
import { CeilingNote } from './ceiling-note';
import { FileChooser } from './file-chooser';
import { Rehearsal } from './rehearsal';

interface Typed {
  readonly price: string;
  readonly durationDays: number;
  readonly quality: string;
  readonly manager: string;
}

/** 未递交: what will be read aloud, the files, and the one button. */
export function BidForm({
  tender,
  lot,
  error,
  onSeal,
}: {
  readonly tender: TenderDetail;
  readonly lot: number;
  readonly error: unknown;
  readonly onSeal: (draft: BidDraft) => Promise<void>;
}) {
  const t = useT();
  const [form] = Form.useForm<Typed>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const draftOf = (typed: Typed): BidDraft => {
    const amount = readYuan(typed.price);
    return {
      files,
      sheet: {
        price: amount === null ? '' : fenToYuan(amount),
        durationDays: typed.durationDays,
        quality: typed.quality.trim(),
        manager: typed.manager.trim(),
      },
    };
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={{ quality: t('bid.qualityUsual') }}
      onFinish={(typed) => void onSeal(draftOf(typed))}
    >
      <h2 className="bid__part">{t('bid.sheet')}</h2>
      <p className="small muted bid__lead">{t('bid.sheetLead')}</p>
      <MoneyField name="price" label={t('bid.price')} />
      <CeilingNote ceilingFen={tender.ceilingFen} />
      <div className="bid__pair">
        <FormField name="durationDays" label={t('bid.duration')} hint={t('bid.durationHint')}>
          <InputNumber min={1} max={36_500} precision={0} suffix={t('form.days')} />
        </FormField>
        <FormField name="quality" label={t('bid.quality')} max={60} />
      </div>
      <FormField name="manager" label={t('bid.manager')}>
        <Input maxLength={60} autoComplete="off" />
      </FormField>
      <h2 className="bid__part">{t('bid.files')}</h2>
      <p className="small muted bid__lead">{t('bid.filesLead')}</p>
      {tender.plan.blind === true ? (
        <Note tone="warn">
          <p>{t('bid.blind')}</p>
        </Note>
      ) : null}
      <FileChooser files={files} onChange={setFiles} />
      <div className="stack bid__commands">
        {error === undefined ? null : <ErrorNote error={error} />}
        <Button type="primary" size="large" block htmlType="submit" icon={<Icon name="lock" />}>
          {t('bid.submit')}
        </Button>
        <Rehearsal
          lot={lot}
          tenderId={tender.id}
          draft={async () => draftOf(await form.validateFields())}
        />
      </div>
    </Form>
  );
}
