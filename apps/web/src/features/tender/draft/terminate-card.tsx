import { filledNotice } from '@core/tender';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { DangerDialog } from '../../../shared/ui/danger-dialog';
import { factsOfNotice } from '../notice/notice-facts';
import { NoticePaper } from '../notice/notice-paper';

const LONGEST_REASON = 2000;

/** Gives a published tender up: a reason everybody reads, and the tender's own number typed. */
export function TerminateCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t('terminate.title')}>
      <p className="small muted">{t('terminate.lead')}</p>
      <div>
        <label htmlFor={field}>{t('terminate.reason')}</label>
        <Input.TextArea
          id={field}
          rows={3}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {reason.trim() === '' ? null : (
        <>
          <p className="small muted">{t('notice.theirWords', { part: '二、终止的原因' })}</p>
          <NoticePaper
            title={tender.title}
            text={filledNotice('termination_notice', factsOfNotice(tender), reason)}
          />
        </>
      )}
      <div>
        <Button danger disabled={reason.trim() === ''} onClick={() => setAsking(true)}>
          {t('terminate.act')}
        </Button>
      </div>
      <DangerDialog
        open={asking}
        title={t('terminate.consequence')}
        loss={t('terminate.loss')}
        token={{
          label: t('terminate.token'),
          expected: tender.code.slice(-4),
          hint: t('terminate.hint', { code: tender.code }),
        }}
        keepLabel={t('terminate.keep')}
        actLabel={t('terminate.act')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/tenders/{id}/terminate', {
            params: { path: { id: tender.id } },
            body: { reason: reason.trim() },
          });
          setAsking(false);
          await refresh();
        }}
      />
    </Card>
  );
}
