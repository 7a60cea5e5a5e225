import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Pool, PoolDeskMember } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Conditions } from './terms';

interface DialogProps {
  readonly pool: Pool;
  readonly member: PoolDeskMember;
  readonly onDone: () => void;
}

/** Returns an application: everything that is missing, a line each, once. */
export function ReturnDialog({ pool, member, onDone }: DialogProps) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [text, setText] = useState('');
  const missing = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <ConfirmDialog
      open
      title={t('pool.returnTitle', { firm: member.name })}
      keepLabel={t('form.back')}
      actLabel={t('pool.returnAct', { count: missing.length })}
      onKeep={onDone}
      onAct={async () => {
        await api.POST('/api/pools/{id}/members/{enterpriseId}/return', {
          params: { path: { id: pool.id, enterpriseId: member.enterpriseId } },
          body: { missing },
        });
        await refresh();
        onDone();
      }}
    >
      <p className="small muted">{t('pool.returnOnce')}</p>
      <label htmlFor={field}>{t('pool.returnMissing')}</label>
      <Input.TextArea
        id={field}
        rows={5}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ConfirmDialog>
  );
}

/** The yearly review: in order, or not and why. */
export function ReviewDialog({ pool, member, onDone }: DialogProps) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [passed, setPassed] = useState(member.stand.meets);
  const [text, setText] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('pool.reviewTitle', { firm: member.name })}
      keepLabel={t('form.back')}
      actLabel={t('pool.reviewAct')}
      onKeep={onDone}
      onAct={async () => {
        await api.POST('/api/pools/{id}/members/{enterpriseId}/review', {
          params: { path: { id: pool.id, enterpriseId: member.enterpriseId } },
          body: { passed, text: text.trim() },
        });
        await refresh();
        onDone();
      }}
    >
      <p className="small muted">{t('pool.reviewHint')}</p>
      <Conditions stand={member.stand} />
      <Radio.Group
        aria-label={t('pool.reviewTitle', { firm: member.name })}
        value={passed}
        onChange={({ target }) => setPassed(target.value === true)}
        options={[
          { value: true, label: t('pool.reviewPass'), disabled: !member.stand.meets },
          { value: false, label: t('pool.reviewFail') },
        ]}
      />
      <div>
        <label htmlFor={field}>{t('pool.reviewText')}</label>
        <Input.TextArea
          id={field}
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
