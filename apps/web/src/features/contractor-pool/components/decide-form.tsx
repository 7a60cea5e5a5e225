import { MEMBER_GROUNDS, type MemberDecision, type MemberGround } from '@core/contractor-pool';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Pool, PoolDeskMember } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { DangerDialog } from '../../../shared/ui/danger-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { endOfDay } from '../../enterprise/record/day';

type Kind = MemberDecision['kind'];

const OPEN: Partial<Record<PoolDeskMember['state'], readonly Kind[]>> = {
  admitted: ['suspend', 'remove'],
  suspended: ['reinstate', 'remove'],
  removed: ['reinstate'],
};

interface Typed {
  readonly number: string;
  readonly reason: string;
  readonly ground?: MemberGround;
  readonly until?: string;
}

/** What a supervising authority may do with a member, and nobody else. */
export function DecideForm({
  pool,
  member,
}: {
  readonly pool: Pool;
  readonly member: PoolDeskMember;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [kind, setKind] = useState<Kind | null>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const open = OPEN[member.state] ?? [];
  if (open.length === 0) return null;
  return (
    <>
      <div className="row">
        {open.map((one) => (
          <Button key={one} aria-expanded={kind === one} onClick={() => setKind(one)}>
            {t(`poolDecision.${one}`)}
          </Button>
        ))}
      </div>
      {kind === null ? null : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={setTyped}>
          {kind === 'reinstate' ? null : (
            <FormField name="ground" label={t('pool.ground')}>
              <Select
                options={MEMBER_GROUNDS.map((value) => ({
                  value,
                  label: t(`poolGround.${value}`),
                }))}
              />
            </FormField>
          )}
          <FormField name="number" label={t('credit.number')} max={80} />
          <FormField name="reason" label={t('decision.reason')}>
            <Input.TextArea rows={3} maxLength={2000} />
          </FormField>
          {kind === 'suspend' ? (
            <FormField
              name="until"
              label={t('decision.until')}
              hint={t('decision.untilHint')}
              optional
            >
              <Input type="date" />
            </FormField>
          ) : null}
          <div className="row">
            <Button htmlType="submit">{t(`poolDecision.${kind}`)}</Button>
            <Button onClick={() => setKind(null)}>{t('form.back')}</Button>
          </div>
          <DangerDialog
            open={typed !== null}
            title={t(`poolAsk.${kind}`)}
            loss={t('pool.loss', { firm: member.name })}
            token={{
              label: t('supervise.token'),
              expected: member.creditCode.slice(-4),
              hint: t('supervise.tokenHint', { code: member.creditCode }),
            }}
            keepLabel={t('supervise.keep')}
            actLabel={t(`poolDecision.${kind}`)}
            onKeep={() => setTyped(null)}
            onAct={async () => {
              if (typed === null) return;
              const { number, reason, ground, until } = typed;
              await api.POST('/api/pools/{id}/members/{enterpriseId}/decisions', {
                params: { path: { id: pool.id, enterpriseId: member.enterpriseId } },
                body: {
                  kind,
                  number,
                  reason,
                  ...(ground ? { ground } : {}),
                  ...(until ? { until: endOfDay(until) } : {}),
                },
              });
              await refresh();
              setTyped(null);
              setKind(null);
            }}
          />
        </Form>
      )}
    </>
  );
}
