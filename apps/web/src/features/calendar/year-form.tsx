import { Button, Form, Input } from 'antd';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { CalendarYear } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField } from '../../shared/ui/form-field';
import { datesIn } from './day-runs';

interface Typed {
  readonly year: string;
  readonly off: string;
  readonly work?: string;
  readonly source: string;
}

/** Enters a year from the State Council's notice, or corrects one. */
export function YearForm({
  known,
  onDone,
}: {
  readonly known: CalendarYear | null;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const { year, off, work, source } = await form.validateFields();
    await api.PUT('/api/calendar/{year}', {
      params: { path: { year } },
      body: { off: [...datesIn(off)], work: [...datesIn(work ?? '')], source },
    });
    await refresh();
    onDone();
  });
  return (
    <Card title={known === null ? t('calendar.enter') : t('calendar.correct')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        initialValues={
          known === null
            ? {}
            : {
                year: known.year,
                off: known.off.join('\n'),
                work: known.work.join('\n'),
                source: known.version === 0 ? '' : known.source,
              }
        }
        onFinish={act}
      >
        <FormField name="year" label={t('calendar.yearNumber')} disabled={known !== null} max={4} />
        <FormField name="off" label={t('calendar.off')} hint={t('calendar.datesHint')}>
          <Input.TextArea rows={8} className="mono" />
        </FormField>
        <FormField name="work" label={t('calendar.work')} hint={t('calendar.workHint')} optional>
          <Input.TextArea rows={3} className="mono" />
        </FormField>
        <FormField
          name="source"
          label={t('calendar.source')}
          hint={t('calendar.sourceHint')}
          max={300}
        />
        <div className="stack">
          {error === null ? null : <ErrorNote error={error} />}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('calendar.save')}
            </Button>
            <Button onClick={onDone}>{t('calendar.keep')}</Button>
          </div>
        </div>
      </Form>
    </Card>
  );
}
