import { REMOVAL_GROUNDS, type RemovalGround } from '@core/panel';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { startOf } from '../../enterprise/record/day';
import { dayAfter } from './days';

interface FormProps {
  readonly id: string;
  readonly onDone: () => void;
}

interface KeptFormProps<Typed> {
  readonly name: string;
  readonly act: string;
  readonly initial?: Partial<Typed>;
  readonly onDone: () => void;
  readonly onSend: (typed: Typed) => Promise<unknown>;
  readonly children: ReactNode;
}

/** A form of the desk: sent once at a time, closed when it went through. */
export function KeptForm<Typed extends object>(props: KeptFormProps<Typed>) {
  const { name, act: label, initial = {}, onDone, onSend, children } = props;
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    await onSend(await form.validateFields());
    await refresh();
    onDone();
  });
  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={act}
    >
      {children}
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {label}
        </Button>
        <Button onClick={onDone}>{t('form.back')}</Button>
      </div>
    </Form>
  );
}

interface Training {
  readonly kind: 'trained' | 'tested';
  readonly title: string;
  readonly heldOn: string;
  readonly score?: number | null;
  readonly passed: 'yes' | 'no';
}

/** A training or a test somebody took part in. */
export function TrainForm({ id, onDone }: FormProps) {
  const t = useT();
  return (
    <KeptForm<Training>
      name="expert-train"
      act={t('expertAct.train')}
      onDone={onDone}
      onSend={({ kind, title, heldOn, score, passed }) =>
        api.POST('/api/expert-pool/experts/{id}/trainings', {
          params: { path: { id } },
          body: {
            kind,
            title,
            heldAt: startOf(heldOn),
            passed: passed === 'yes',
            ...(score == null ? {} : { score }),
          },
        })
      }
    >
      <div className="form-grid">
        <FormField name="kind" label={t('expert.trainKind')}>
          <Select
            options={(['trained', 'tested'] as const).map((value) => ({
              value,
              label: t(`expertStep.${value}`),
            }))}
          />
        </FormField>
        <FormField name="title" label={t('expert.trainTitle')} />
        <FormField name="heldOn" label={t('expert.trainDay')}>
          <Input type="date" />
        </FormField>
        <FormField name="score" label={t('expert.score')} optional>
          <InputNumber min={0} max={1000} precision={0} />
        </FormField>
        <PassedField />
      </div>
    </KeptForm>
  );
}

function PassedField() {
  const t = useT();
  return (
    <FormField name="passed" label={t('expert.result')}>
      <Select
        options={[
          { value: 'yes', label: t('expert.passed') },
          { value: 'no', label: t('expert.failed') },
        ]}
      />
    </FormField>
  );
}

/** A warning, with its reason. */
export function WarnForm({ id, onDone }: FormProps) {
  const t = useT();
  return (
    <KeptForm<{ readonly reason: string }>
      name="expert-warn"
      act={t('expertAct.warn')}
      onDone={onDone}
      onSend={(body) =>
        api.POST('/api/expert-pool/experts/{id}/warnings', { params: { path: { id } }, body })
      }
    >
      <FormField name="reason" label={t('decision.reason')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </FormField>
    </KeptForm>
  );
}

/** The yearly review. */
export function ReviewForm({ id, onDone }: FormProps) {
  const t = useT();
  return (
    <KeptForm<{ readonly passed: 'yes' | 'no'; readonly text?: string }>
      name="expert-review"
      act={t('expertAct.review')}
      onDone={onDone}
      onSend={({ passed, text }) =>
        api.POST('/api/expert-pool/experts/{id}/reviews', {
          params: { path: { id } },
          body: { passed: passed === 'yes', text: text ?? '' },
        })
      }
    >
      <PassedField />
      <FormField name="text" label={t('expert.reviewText')} optional>
        <Input.TextArea rows={3} maxLength={2000} />
      </FormField>
    </KeptForm>
  );
}

interface Pause {
  readonly from: string;
  readonly until: string;
  readonly reason?: string;
}

/** The days of a pause, as the wire wants them: from the first instant to the first after it. */
export function pauseBody({ from, until, reason }: Pause) {
  return { from: startOf(from), until: dayAfter(until), reason: reason ?? '' };
}

/** First and last day of a pause, and why. */
export function PauseFields() {
  const t = useT();
  return (
    <>
      <div className="form-grid">
        <FormField name="from" label={t('expert.pauseFrom')}>
          <Input type="date" />
        </FormField>
        <FormField name="until" label={t('expert.pauseUntil')}>
          <Input type="date" />
        </FormField>
      </div>
      <FormField name="reason" label={t('decision.reason')} optional>
        <Input maxLength={500} />
      </FormField>
    </>
  );
}

/** A pause by the keeper. */
export function PauseForm({ id, onDone }: FormProps) {
  const t = useT();
  return (
    <KeptForm<Pause>
      name="expert-pause"
      act={t('expertAct.pause')}
      onDone={onDone}
      onSend={(typed) =>
        api.POST('/api/expert-pool/experts/{id}/pause', {
          params: { path: { id } },
          body: pauseBody(typed),
        })
      }
    >
      <PauseFields />
    </KeptForm>
  );
}

/** A pause an expert asks for himself. */
export function OwnPauseForm({ onDone }: Pick<FormProps, 'onDone'>) {
  const t = useT();
  return (
    <KeptForm<Pause>
      name="expert-own-pause"
      act={t('expertAct.pause')}
      onDone={onDone}
      onSend={(typed) => api.POST('/api/experts/mine/pause', { body: pauseBody(typed) })}
    >
      <PauseFields />
    </KeptForm>
  );
}

const KEEPER_GROUNDS = REMOVAL_GROUNDS.filter((one) => one !== 'bans' && one !== 'decision');

/** Letting an expert go on a fact. */
export function RemoveForm({ id, onDone }: FormProps) {
  const t = useT();
  return (
    <KeptForm<{ readonly ground: RemovalGround; readonly reason: string }>
      name="expert-remove"
      act={t('expertAct.remove')}
      onDone={onDone}
      onSend={(body) =>
        api.POST('/api/expert-pool/experts/{id}/removal', { params: { path: { id } }, body })
      }
    >
      <FormField name="ground" label={t('pool.ground')}>
        <Select
          options={KEEPER_GROUNDS.map((value) => ({ value, label: t(`expertGround.${value}`) }))}
        />
      </FormField>
      <FormField name="reason" label={t('decision.reason')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </FormField>
    </KeptForm>
  );
}

/** The list of firms to keep away from, put right. */
export function RecusalForm({
  id,
  recusals,
  onDone,
}: FormProps & { readonly recusals: readonly string[] }) {
  const t = useT();
  return (
    <KeptForm<{ readonly recusals?: string; readonly reason: string }>
      name="expert-recusals"
      act={t('expertAct.recusals')}
      initial={{ recusals: recusals.join('\n') }}
      onDone={onDone}
      onSend={(typed) => {
        const lines = (typed.recusals ?? '').split('\n').map((line) => line.trim());
        return api.POST('/api/expert-pool/experts/{id}/recusals', {
          params: { path: { id } },
          body: { recusals: lines.filter((line) => line !== ''), reason: typed.reason },
        });
      }}
    >
      <FormField name="recusals" label={t('expertField.recusals')} optional>
        <Input.TextArea rows={4} maxLength={5_000} />
      </FormField>
      <FormField name="reason" label={t('decision.reason')} max={500} />
    </KeptForm>
  );
}
