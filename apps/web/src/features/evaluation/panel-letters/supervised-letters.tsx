import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';
import type { TenderDetail } from '../../../shared/api/wire';
import { useSession } from '../../../shared/auth/session';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { EvidenceButton } from './evidence-button';
import '../room.css';

/** What the panel asked and was answered: for the supervisor, once the candidates are published. */
export function SupervisedLetters({ tender: { id } }: { readonly tender: TenderDetail }) {
  const t = useT();
  const isSupervisor = useSession()?.acting?.role === 'supervisor';
  const { data = [] } = useQuery({
    queryKey: ['tender', id, 'panel-letters'],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/panel-letters', { params: { path: { id } } })),
    retry: false,
    enabled: isSupervisor,
  });
  if (data.length === 0) return null;
  return (
    <Card title={t('room.letters')}>
      <ul className="room-letters">
        {data.map((one) => (
          <li key={one.id}>
            <b>{one.bidderName}</b>{' '}
            <span className="small muted">
              {t(`room.about.${one.about === 'price' ? 'price' : 'bid'}`)} · {dateTime(one.askedAt)}
            </span>
            <p>{one.text}</p>
            <p className="small">
              {one.answer === null
                ? t('room.answerUntil', { at: dateTime(one.dueAt) })
                : t('room.answered', { text: one.answer })}
            </p>
            <EvidenceButton letter={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
