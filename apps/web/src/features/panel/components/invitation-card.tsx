import { useEffect, useEffectEvent, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Invitation } from '../../../shared/api/wire';
import { dateTime, momentInWords } from '../../../shared/i18n/dates';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FactChip } from '../../../shared/ui/status-chip';

const FIELDS = 'input, textarea, select, [contenteditable], [role="dialog"]';

/** One invitation. 1 attends, 2 does not, and the same key confirms: as on the telephone. */
export function InvitationCard({
  invitation,
  hasKeys,
}: {
  readonly invitation: Invitation;
  /** Whether the keyboard's 1 and 2 answer this one. */
  readonly hasKeys: boolean;
}) {
  const { t, locale } = useLanguage();
  const refresh = useRefresh();
  const { id, state, meetingAt, place, respondBy } = invitation;
  return (
    <article className="card card__body stack">
      <div className="row row--between">
        <h2>{momentInWords(meetingAt, locale)}</h2>
        <FactChip>{t(`invitationState.${state}`)}</FactChip>
      </div>
      <dl className="facts">
        <dt>{t('invitation.when')}</dt>
        <dd className="number">{dateTime(meetingAt)}</dd>
        {place === '' ? null : (
          <>
            <dt>{t('invitation.where')}</dt>
            <dd>{place}</dd>
          </>
        )}
      </dl>
      {state === 'invited' ? (
        <>
          <p className="number">{t('invitation.respondBy', { at: dateTime(respondBy) })}</p>
          <AnswerKeys id={id} hasKeys={hasKeys} />
        </>
      ) : null}
      {state === 'accepted' ? (
        <>
          <p className="small muted">{t('invitation.checkInNote')}</p>
          <ActButton
            primary
            large
            onAct={async () => {
              await api.POST('/api/invitations/{id}/check-in', { params: { path: { id } } });
              await refresh();
            }}
          >
            {t('invitation.checkIn')}
          </ActButton>
        </>
      ) : null}
    </article>
  );
}

function AnswerKeys({ id, hasKeys }: { readonly id: string; readonly hasKeys: boolean }) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<'1' | '2' | null>(null);
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/invitations/{id}/answer', {
      params: { path: { id } },
      body: { accept: chosen === '1' },
    });
    await refresh();
  });
  const press = (key: '1' | '2') => {
    if (chosen === key) act();
    else setChosen(key);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.closest(FIELDS) !== null;
    if (!typing && (event.key === '1' || event.key === '2')) press(event.key);
  });
  useEffect(() => {
    if (!hasKeys) return undefined;
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [hasKeys]);
  return (
    <div className="answer-keys">
      {(['1', '2'] as const).map((key) => (
        <button
          key={key}
          type="button"
          className={chosen === key ? 'answer-key answer-key--chosen' : 'answer-key'}
          disabled={busy}
          onClick={() => press(key)}
        >
          <span className="answer-key__digit number">{key}</span>
          {key === '1' ? t('invitation.accept') : t('invitation.decline')}
        </button>
      ))}
      <p role="status" className="answer-keys__sure">
        {chosen === null
          ? null
          : chosen === '1'
            ? t('invitation.acceptSure')
            : t('invitation.declineSure')}
      </p>
      <p className="small muted">{t('invitation.declineNote')}</p>
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  );
}
