import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Pool, PoolMember } from '../../../shared/api/wire';
import { lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

/** Admissions that are being published, each open to objections. */
export function InPublication({ pool }: { readonly pool: Pool }) {
  const t = useT();
  const [against, setAgainst] = useState<PoolMember | null>(null);
  if (pool.inPublication.length === 0) return null;
  return (
    <section aria-label={t('pool.inPublication')}>
      <h3>{t('pool.inPublication')}</h3>
      <ul className="stack">
        {pool.inPublication.map((member) => (
          <li key={member.enterpriseId} className="row row--between">
            <span>
              {member.name}{' '}
              <span className="small muted number">
                {member.publicityUntil === null
                  ? ''
                  : t('pool.until', { at: lastMoment(member.publicityUntil) })}
              </span>
            </span>
            <Button onClick={() => setAgainst(member)}>{t('pool.object')}</Button>
          </li>
        ))}
      </ul>
      {against === null ? null : (
        <ObjectDialog pool={pool} member={against} onDone={() => setAgainst(null)} />
      )}
    </section>
  );
}

function ObjectDialog({
  pool,
  member,
  onDone,
}: {
  readonly pool: Pool;
  readonly member: PoolMember;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [text, setText] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('pool.objectTitle', { firm: member.name })}
      keepLabel={t('form.back')}
      actLabel={t('pool.object')}
      onKeep={onDone}
      onAct={async () => {
        await api.POST('/api/pools/{id}/members/{enterpriseId}/objections', {
          params: { path: { id: pool.id, enterpriseId: member.enterpriseId } },
          body: { text: text.trim() },
        });
        await refresh();
        onDone();
      }}
    >
      <p className="small muted">{t('pool.objectHint')}</p>
      <label htmlFor={field}>{t('pool.objectText')}</label>
      <Input.TextArea
        id={field}
        rows={4}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ConfirmDialog>
  );
}
