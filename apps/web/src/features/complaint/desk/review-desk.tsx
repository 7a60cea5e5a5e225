import { NOT_ACCEPTED_GROUNDS, type NotAcceptedGround } from '@core/complaint';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Complaint } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { TextField } from '../text-field';

const DAY = 86_400_000;

interface Own {
  readonly complaint: Complaint;
}

/** The authority decides whether it accepts a complaint. */
export function ReviewDesk({ complaint }: Own) {
  const t = useT();
  const refresh = useRefresh();
  const { id, state } = complaint;
  const isReviewed = state === 'filed' || state === 'corrected';
  if (!isReviewed && state !== 'deficient') return null;
  return (
    <Card title={t('complaint.review')}>
      {isReviewed ? (
        <div>
          <ActButton
            primary
            onAct={async () => {
              await api.POST('/api/complaints/{id}/acceptance', { params: { path: { id } } });
              await refresh();
            }}
          >
            {t('complaint.acceptAct')}
          </ActButton>
        </div>
      ) : null}
      {state === 'filed' ? <AskForm id={id} /> : null}
      <RefuseForm complaint={complaint} />
      {isReviewed ? <TransferForm id={id} /> : null}
    </Card>
  );
}

function AskForm({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [lacking, setLacking] = useState('');
  const [day, setDay] = useState('');
  return (
    <div className="stack">
      <TextField label={t('complaint.lacking')} value={lacking} onChange={setLacking} />
      <div>
        <label htmlFor={field}>{t('complaint.correctBy')}</label>
        <Input
          id={field}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <div>
        <ActButton
          disabled={lacking.trim() === '' || day === ''}
          onAct={async () => {
            const until = Date.parse(`${day}T00:00:00.000+08:00`) + DAY;
            await api.POST('/api/complaints/{id}/correction-request', {
              params: { path: { id } },
              body: { lacking: lacking.trim(), correctBy: new Date(until).toISOString() },
            });
            await refresh();
          }}
        >
          {t('complaint.askAct')}
        </ActButton>
      </div>
    </div>
  );
}

function RefuseForm({ complaint: { id, state } }: Own) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const grounds = NOT_ACCEPTED_GROUNDS.filter(
    (one) => (one === 'not_corrected') === (state === 'deficient'),
  );
  const [ground, setGround] = useState<NotAcceptedGround>(grounds[0] ?? 'not_specific');
  const [text, setText] = useState('');
  return (
    <div className="stack">
      <div>
        <label htmlFor={field}>{t('complaint.ground')}</label>{' '}
        <Select
          id={field}
          value={ground}
          popupMatchSelectWidth={false}
          options={grounds.map((value) => ({ value, label: t(`complaintGround.${value}`) }))}
          onChange={setGround}
        />
      </div>
      <TextField label={t('complaint.reasons')} rows={2} value={text} onChange={setText} />
      <div>
        <ActButton
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/complaints/{id}/refusal', {
              params: { path: { id } },
              body: { ground, text: text.trim() },
            });
            await refresh();
          }}
        >
          {t('complaint.refuseAct')}
        </ActButton>
      </div>
    </div>
  );
}

function TransferForm({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  return (
    <div className="stack">
      <TextField label={t('complaint.toWhom')} rows={2} value={text} onChange={setText} />
      <div>
        <ActButton
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/complaints/{id}/transfer', {
              params: { path: { id } },
              body: { text: text.trim() },
            });
            await refresh();
          }}
        >
          {t('complaint.transferAct')}
        </ActButton>
      </div>
    </div>
  );
}

/** The authority answers the wish to withdraw. */
export function WithdrawalDesk({ complaint: { id, state, withdrawalAskedAt } }: Own) {
  const t = useT();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  if (state !== 'accepted' || withdrawalAskedAt === null) return null;
  const answer = async (granted: boolean): Promise<void> => {
    await api.POST('/api/complaints/{id}/withdrawal-answer', {
      params: { path: { id } },
      body: { granted, text: text.trim() },
    });
    await refresh();
  };
  return (
    <Card title={t('complaint.withdrawalAsked')}>
      <TextField label={t('complaint.withdrawalText')} rows={2} value={text} onChange={setText} />
      <div className="row">
        <ActButton disabled={text.trim() === ''} onAct={() => answer(true)}>
          {t('complaint.grantAct')}
        </ActButton>
        <ActButton disabled={text.trim() === ''} onAct={() => answer(false)}>
          {t('complaint.denyAct')}
        </ActButton>
      </div>
    </Card>
  );
}
