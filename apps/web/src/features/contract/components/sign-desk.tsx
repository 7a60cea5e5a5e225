import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Contract } from '../../../shared/api/wire';
import { useServerClock } from '../../../shared/live/server-clock';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Note } from '../../../shared/ui/note';
import { WriteForm } from './write-form';

/** Both signatures, and the way to one's own: sign, send back, write anew. */
export function SignDesk({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const { side, tendererSignedAt, winnerSignedAt, concludedAt, declined } = contract;
  const own = side === 'tenderer' ? tendererSignedAt : side === 'winner' ? winnerSignedAt : '';
  const isUntouched = tendererSignedAt === null && winnerSignedAt === null;
  // A tenderer whose partner has not signed writes anew instead of sending back.
  const mayDecline = own === null && declined === null && (side === 'winner' || !isUntouched);
  return (
    <Card title={t('contract.signatures')}>
      <Signed contract={contract} />
      {declined === null ? null : (
        <Note tone="warn">{t('contract.declinedBecause', { reason: declined })}</Note>
      )}
      {own === null && declined === null ? <Sign contract={contract} /> : null}
      {mayDecline ? <Decline contract={contract} /> : null}
      {contract.writes && isUntouched ? (
        <details open={declined !== null}>
          <summary>{t('contract.rewrite')}</summary>
          <WriteForm tenderId={contract.tenderId} lot={contract.lot} before={contract} />
        </details>
      ) : null}
      {concludedAt !== null && contract.hasPaper ? (
        <a href={`/api/public/contracts/${contract.id}/file`} target="_blank" rel="noreferrer">
          {t('contract.paper')}
        </a>
      ) : null}
    </Card>
  );
}

function Signed({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const said = (at: string | null): string =>
    at === null ? t('contract.notSigned') : dateTime(at);
  return (
    <dl className="facts">
      <dt>{contract.tendererName}</dt>
      <dd className="number">{said(contract.tendererSignedAt)}</dd>
      <dt>{contract.winnerName}</dt>
      <dd className="number">{said(contract.winnerSignedAt)}</dd>
    </dl>
  );
}

function Sign({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [asking, setAsking] = useState(false);
  const [late, setLate] = useState('');
  const due = contract.duties.find(({ duty }) => duty === 'sign');
  const { now } = useServerClock();
  const until = due?.until ?? null;
  const isLate = until !== null && now !== null && now >= Date.parse(until);
  return (
    <>
      {isLate ? (
        <div>
          <label htmlFor={field}>{t('contract.lateReason')}</label>
          <Input.TextArea
            id={field}
            rows={2}
            maxLength={2000}
            value={late}
            onChange={(event) => setLate(event.target.value)}
          />
        </div>
      ) : null}
      <div>
        <Button type="primary" size="large" onClick={() => setAsking(true)}>
          {t('contract.sign')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('contract.signTitle')}
        keepLabel={t('contract.signKeep')}
        actLabel={t('contract.sign')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/contracts/{id}/signature', {
            params: { path: { id: contract.id } },
            body: {
              fingerprint: contract.fingerprint,
              ...(late.trim() === '' ? {} : { lateReason: late.trim() }),
            },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('contract.signText')}
      </ConfirmDialog>
    </>
  );
}

function Decline({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [reason, setReason] = useState('');
  return (
    <details>
      <summary>{t('contract.decline')}</summary>
      <div className="stack">
        <label htmlFor={field}>{t('contract.declineReason')}</label>
        <Input.TextArea
          id={field}
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div>
          <ActButton
            disabled={reason.trim() === ''}
            onAct={async () => {
              await api.POST('/api/contracts/{id}/decline', {
                params: { path: { id: contract.id } },
                body: { fingerprint: contract.fingerprint, reason: reason.trim() },
              });
              await refresh();
            }}
          >
            {t('contract.declineAct')}
          </ActButton>
        </div>
      </div>
    </details>
  );
}
