import { COMPLAINT_OUTCOMES, type ComplaintOutcome } from '@core/complaint';
import type { ComplaintOrder } from '@core/tender';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Complaint } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { TextField } from '../text-field';
import { wordKeys } from '../words';

/** The authority decides: what it found, on what law, and what it orders of what can still be ordered. */
export function DecisionDesk({ complaint }: { readonly complaint: Complaint }) {
  const t = useT();
  const refresh = useRefresh();
  const { id, state, orders } = complaint;
  const [outcome, setOutcome] = useState<ComplaintOutcome>('dismissed');
  const [chosen, setOrder] = useState<ComplaintOrder | null>(null);
  const [findings, setFindings] = useState('');
  const [basis, setBasis] = useState('');
  const [asking, setAsking] = useState(false);
  if (state !== 'accepted') return null;
  const order = chosen ?? orders[0] ?? 'none';
  const isWhole = findings.trim() !== '' && basis.trim() !== '';
  return (
    <Card title={t('complaint.decide')}>
      <p className="small muted measure">{t('complaint.decideLead')}</p>
      <Radio.Group
        aria-label={t('complaint.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as ComplaintOutcome)}
        options={COMPLAINT_OUTCOMES.map((value) => ({
          value,
          label: t(`complaintOutcome.${value}`),
        }))}
      />
      {outcome === 'upheld' ? (
        <Radio.Group
          className="stack"
          aria-label={t('complaint.order')}
          value={order}
          onChange={(event) => setOrder(event.target.value as ComplaintOrder)}
          options={orders.map((value) => ({ value, label: t(wordKeys.order(value)) }))}
        />
      ) : null}
      <TextField label={t('complaint.findings')} rows={4} value={findings} onChange={setFindings} />
      <TextField label={t('complaint.basis')} rows={2} value={basis} onChange={setBasis} />
      <div>
        <Button type="primary" disabled={!isWhole} onClick={() => setAsking(true)}>
          {t('complaint.decideAct')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('complaint.decideSure')}
        keepLabel={t('complaint.keepOn')}
        actLabel={t('complaint.decideAct')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/complaints/{id}/decision', {
            params: { path: { id } },
            body: {
              outcome,
              findings: findings.trim(),
              basis: basis.trim(),
              ...(outcome === 'upheld' ? { order } : {}),
            },
          });
          setAsking(false);
          await refresh();
        }}
      >
        <p>
          <b>{t(wordKeys.outcome(outcome))}</b>{' '}
          {outcome === 'upheld' ? t(wordKeys.order(order)) : null}
        </p>
      </ConfirmDialog>
    </Card>
  );
}
