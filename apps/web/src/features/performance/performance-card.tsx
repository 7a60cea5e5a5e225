import { PERFORMANCE_GRADES, type PerformanceGrade } from '@core/enterprise';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { OwnTender, Performance } from '../../shared/api/wire';
import { isoDate } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField } from '../../shared/ui/form-field';
import { QueryView } from '../../shared/ui/query-view';
import { performances } from './queries';

interface Typed {
  readonly grade: PerformanceGrade;
  readonly text?: string;
}

/** After the award: the tenderer accepts each lot's work and says how it was done, once. */
export function PerformanceCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const query = useQuery(performances(tender.id));
  const awarded = tender.lots.filter(({ state }) => state === 'awarded');
  return (
    <Card title={t('performance.title')}>
      <p className="small muted">{t('performance.lead')}</p>
      <QueryView query={query} what={t('performance.title')}>
        {(done) =>
          awarded.map(({ number, title }) => {
            const review = done.find(({ lot }) => lot === number);
            return (
              <section key={number} aria-label={t('lot.number', { number })}>
                {tender.lots.length > 1 ? (
                  <h3>
                    {t('lot.number', { number })} {title}
                  </h3>
                ) : null}
                {review === undefined ? (
                  <ReviewForm tenderId={tender.id} lot={number} />
                ) : (
                  <Reviewed review={review} />
                )}
              </section>
            );
          })
        }
      </QueryView>
    </Card>
  );
}

function Reviewed({ review }: { readonly review: Performance }) {
  const t = useT();
  return (
    <p>
      <b>{t(`performanceGrade.${review.grade}`)}</b>{' '}
      {t('performance.accepted', { on: isoDate(review.acceptedAt) })} {review.text}
    </p>
  );
}

function ReviewForm({ tenderId, lot }: { readonly tenderId: string; readonly lot: number }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const { grade, text = '' } = await form.validateFields();
    await api.POST('/api/tenders/{id}/lots/{lot}/performance', {
      params: { path: { id: tenderId, lot } },
      body: { grade, text },
    });
    await refresh();
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={act}>
      <FormField name="grade" label={t('performance.grade')}>
        <Radio.Group
          options={PERFORMANCE_GRADES.map((value) => ({
            value,
            label: t(`performanceGrade.${value}`),
          }))}
        />
      </FormField>
      <FormField
        name="text"
        label={t('performance.text')}
        hint={t('performance.textHint')}
        optional
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </FormField>
      {error === null ? null : <ErrorNote error={error} />}
      <Button htmlType="submit" loading={busy}>
        {t('performance.act')}
      </Button>
    </Form>
  );
}
