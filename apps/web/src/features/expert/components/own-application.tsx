import { isUnderWay } from '@core/panel';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { ExpertApplication, ExpertContent } from '../../../shared/api/wire';
import { lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import type { PlainMessageKey } from '../../../shared/i18n/catalogue';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import { ApplicationChip } from './chips';

/** Where the own application stands, what it lacks, and what can be done with it. */
export function OwnApplication({
  application,
  content,
}: {
  readonly application: ExpertApplication;
  readonly content: ExpertContent;
}) {
  const t = useT();
  const refresh = useRefresh();
  const { state, missing } = application;
  const mayEdit = state === 'draft' || state === 'returned';
  return (
    <Card title={t('expert.application')} aside={<ApplicationChip state={state} />}>
      <div className="stack">
        {missing.length === 0 || !mayEdit ? null : (
          <Note tone="warn">
            {t('expert.returnedWith')}
            <ul>
              {missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Note>
        )}
        {mayEdit && content.lacks.length > 0 ? (
          <Note tone="info">
            {t('expert.lacks', {
              what: content.lacks.map((lack) => t(lackKey(lack))).join('、'),
            })}
          </Note>
        ) : null}
        {state === 'published' && application.publicityUntil !== null ? (
          <Note tone="info">
            {t('expert.publishedUntil', { at: lastMoment(application.publicityUntil) })}{' '}
            <a href="/experts">{t('expert.publicPage')}</a>
          </Note>
        ) : null}
        {state === 'applied' ? <Note tone="info">{t('expert.waiting')}</Note> : null}
        <div className="row">
          {mayEdit ? (
            <ActButton
              primary
              disabled={content.lacks.length > 0}
              onAct={async () => {
                await api.POST('/api/experts/mine/application/submit');
                await refresh();
              }}
            >
              {t('expert.submit')}
            </ActButton>
          ) : null}
          {isUnderWay(state) ? (
            <ActButton
              onAct={async () => {
                await api.POST('/api/experts/mine/application/withdraw');
                await refresh();
              }}
            >
              {t('expert.withdraw')}
            </ActButton>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

function lackKey(lack: string): PlainMessageKey {
  return lack.startsWith('paper.')
    ? (`expertPaper.${lack.slice('paper.'.length)}` as PlainMessageKey)
    : (`expertField.${lack}` as PlainMessageKey);
}
