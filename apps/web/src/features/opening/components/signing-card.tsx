import { api, bodyOf } from '../../../shared/api/client';
import { useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import type { HallParts } from '../hall-context';

/** Who has signed the record, and the button for who may. */
export function SigningCard({ opening, live, maySign }: HallParts & { readonly maySign: boolean }) {
  const t = useT();
  const acting = useSession()?.acting;
  const { phase, signatures, paused } = live.hall;
  const signed = signatures.some((one) => one.byId === acting?.organisationId);
  const names = signatures.map((one) => one.byName).join(t('list.comma'));
  return (
    <Card title={t('hallPhase.signing')}>
      <p className="small">
        {signatures.length === 0 ? t('hall.signedNone') : t('hall.signed', { names })}
      </p>
      {phase === 'signing' && paused === null && maySign && !signed ? (
        <>
          <p className="small muted">{t('hall.signText')}</p>
          <ActButton
            onAct={async () => {
              const answer = await bodyOf(
                api.POST('/api/openings/{id}/signatures', { params: { path: { id: opening.id } } }),
              );
              live.take(answer.events);
            }}
          >
            {t('hall.sign')}
          </ActButton>
        </>
      ) : null}
      <p className="tiny muted">{t('hall.sealOnly')}</p>
    </Card>
  );
}
