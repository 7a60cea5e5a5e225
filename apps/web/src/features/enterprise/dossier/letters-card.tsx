import { api } from '../../../shared/api/client';
import type { Dossier } from '../../../shared/api/wire';
import { dateTime, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Icon } from '../../../shared/ui/icon';
import { download } from '../queries';

/** The letters that told a firm what is missing, newest first, with the clocks of both sides. */
export function LettersCard({ dossier }: { readonly dossier: Dossier }) {
  const t = useT();
  const { letters, enterprise } = dossier;
  if (letters.length === 0) return null;
  return (
    <Card title={t('letter.title')}>
      <ul className="stack">
        {[...letters].reverse().map((letter) => (
          <li key={letter.id} className="paper">
            <div className="row row--between">
              <strong className="mono">{letter.number}</strong>
              <span className="small muted">
                {t('enterprise.version', { version: letter.version })}
              </span>
            </div>
            <ol className="letter-items">
              {letter.items.map((item) => (
                <li key={`${item.code}/${item.note}`}>
                  <strong>{t(`deficiency.${item.code}`)}</strong>
                  {item.late ? ` ${t('letter.late')}` : ''} {item.note}
                </li>
              ))}
            </ol>
            {letter.reason === '' ? null : (
              <p className="small">{t('letter.reason', { reason: letter.reason })}</p>
            )}
            <dl className="facts">
              <dt>{t('letter.issuedAt')}</dt>
              <dd className="number">{dateTime(letter.issuedAt)}</dd>
              <dt>{t('clock.answerBy')}</dt>
              <dd className="number">
                {letter.answerBy === null ? t('common.none') : lastMoment(letter.answerBy)}
              </dd>
              <dt>{t('clock.cureBy')}</dt>
              <dd className="number">
                {letter.cureBy === null ? t('common.none') : lastMoment(letter.cureBy)}
              </dd>
            </dl>
            {letter.ready ? (
              <ActButton
                small
                icon={<Icon name="download" />}
                onAct={() =>
                  download(
                    api.GET('/api/enterprises/{id}/letters/{letterId}/file', {
                      params: { path: { id: enterprise.id, letterId: letter.id } },
                      parseAs: 'blob',
                    }),
                    `${letter.number}.pdf`,
                  )
                }
              >
                {t('letter.download')}
              </ActButton>
            ) : (
              <p className="small muted">{t('letters.making')}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
