import { useQuery } from '@tanstack/react-query';
import type { OwnTender, Result } from '../../shared/api/wire';
import { api } from '../../shared/api/client';
import { saveAnswer } from '../../shared/files/save-file';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Card } from '../../shared/ui/card';
import { awardDecisions, result } from './queries';

/** What committees decided of a tender, with who voted how: for its tenderer and the supervisor. */
export function DecisionsCard({ tender }: { readonly tender: Pick<OwnTender, 'id' | 'plan'> }) {
  const t = useT();
  const isApart = tender.plan.apart === true;
  const { data } = useQuery({ ...awardDecisions(tender.id), enabled: isApart });
  const { data: shown } = useQuery({ ...result(tender.id), enabled: isApart });
  if (!isApart || data === undefined || data.length === 0) return null;
  return (
    <Card title={t('decide.recorded')}>
      {data.map((one) => (
        <section key={one.id} className="stack">
          <p>
            <b>{nameOf(shown, one.candidateId)}</b>{' '}
            <span className="small muted">
              {t('lot.number', { number: one.lot })} · {t(`decideWay.${one.way}`)} ·{' '}
              {dateTime(one.decidedAt)}
            </span>
          </p>
          <p>{one.reason}</p>
          <ul>
            {one.members.map(({ name, post, choice }) => (
              <li key={`${name} ${post}`}>
                {choice === null
                  ? t('decide.memberOf', { name, post })
                  : t('decide.voteOf', {
                      name,
                      post,
                      choice: numbered(shown, one.lot, choice),
                    })}
              </li>
            ))}
          </ul>
          <div>
            <ActButton
              small
              onAct={async () => {
                const params = { path: { id: tender.id, decision: one.id } };
                saveAnswer(
                  await api.GET('/api/tenders/{id}/award-decisions/{decision}/minutes', {
                    params,
                    parseAs: 'blob',
                  }),
                  t('decide.recorded'),
                );
              }}
            >
              {t('decide.minutesDownload')}
            </ActButton>
          </div>
        </section>
      ))}
    </Card>
  );
}

function nameOf(shown: Result | undefined, candidateId: string): string {
  return shown?.candidates.find(({ id }) => id === candidateId)?.name ?? '';
}

function numbered(shown: Result | undefined, lot: number, number: number): string {
  return (
    shown?.candidates.find((one) => one.lot === lot && one.number === number)?.name ??
    String(number)
  );
}
