import { SPECIALTIES } from '@core/panel';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { hourMinute, isoDate, millis } from '../../../shared/i18n/dates';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { Note } from '../../../shared/ui/note';

interface Typed {
  readonly total: number;
  readonly tenderer: number;
  readonly meetingAt: string;
  readonly place?: string;
  readonly seats: Readonly<Record<string, number | null>>;
}

const DAY = 86_400_000;

/** Asking for a panel: how many of which specialty, and when. */
export function RequestPanel({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const existing = useQuery({
    queryKey: ['tender', tender.id, 'panel'],
    queryFn: () =>
      bodyOf(api.GET('/api/tenders/{id}/panel', { params: { path: { id: tender.id } } })),
    retry: false,
  });
  if (existing.data !== undefined) {
    return (
      <Note tone="info">
        {t('panel.requested', { state: t(`panelState.${existing.data.state}`) })}
      </Note>
    );
  }
  return tender.allowedActions.includes('request_panel') ? <RequestForm tender={tender} /> : null;
}

function RequestForm({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const { locale } = useLanguage();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const after = millis(tender.timetable?.openAt ?? 0) + DAY;
  const { busy, error, act } = useAct(async () => {
    const typed = form.getFieldsValue();
    const seats = Object.entries(typed.seats)
      .map(([specialty, wanted]) => ({ specialty, seats: wanted ?? 0 }))
      .filter((one) => one.seats > 0);
    const place = typed.place?.trim() ?? '';
    await api.POST('/api/tenders/{id}/panel', {
      params: { path: { id: tender.id } },
      body: {
        total: typed.total,
        tenderer: typed.tenderer,
        seats,
        meetingAt: new Date(`${typed.meetingAt}:00.000+08:00`).toISOString(),
        ...(place === '' ? {} : { place }),
      },
    });
    await refresh();
  });
  return (
    <Card title={t('panel.request')}>
      <p className="small muted">{t('panel.requestLead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          total: 5,
          tenderer: 0,
          meetingAt: `${isoDate(after)}T${hourMinute(after)}`,
          seats: { road: 3, cost: 2 },
        }}
        onFinish={act}
      >
        <div className="form-grid">
          <FormField name="total" label={t('panel.total')}>
            <InputNumber min={5} max={99} precision={0} />
          </FormField>
          <FormField name="tenderer" label={t('panel.tenderer')}>
            <InputNumber min={0} max={33} precision={0} />
          </FormField>
          <FormField name="meetingAt" label={t('panel.meetingAt')}>
            <Input type="datetime-local" />
          </FormField>
          <FormField name="place" label={t('panel.place')} optional />
          {SPECIALTIES.map((one) => (
            <FormField
              key={one.id}
              name={['seats', one.id]}
              label={locale === 'en' ? one.en : one.zh}
              later
            >
              <InputNumber min={0} max={50} precision={0} />
            </FormField>
          ))}
        </div>
        <div className="stack">
          {error === null ? null : <ErrorNote error={error} />}
          <div>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('panel.request')}
            </Button>
          </div>
        </div>
      </Form>
    </Card>
  );
}
