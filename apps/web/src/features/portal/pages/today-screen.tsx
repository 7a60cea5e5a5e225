import { useQuery } from '@tanstack/react-query';
import { dayInWords, hourMinute } from '../../../shared/i18n/dates';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { StatusChip } from '../../../shared/ui/status-chip';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { StageHead } from '../../shell/components/stage-head';
import type { AgendaItem } from '../agenda';
import { agenda } from '../queries';
import './today-screen.css';

const MOST = 8;

/** The screen in the entrance: what happens today, where, and what is live now. */
export function TodayScreen() {
  const { t, locale } = useLanguage();
  const { now } = useServerClock();
  const { data } = useQuery(agenda);
  usePageTitle(t('screen.title'));
  const items = data ?? [];
  const coming = items.filter((item) => item.state !== 'done');
  const shown = (coming.length === 0 ? items : coming).slice(0, MOST);
  const day = now === null ? '' : dayInWords(now, locale);
  return (
    <>
      <StageHead title={t('screen.title')} lead={t('screen.lead', { day, count: items.length })} />
      <div className="stage__body">
        {data !== undefined && items.length === 0 ? <p>{t('home.todayEmpty')}</p> : null}
        <ol className="today-screen">
          {shown.map((item) => (
            <TodayRow key={item.id} item={item} />
          ))}
        </ol>
      </div>
    </>
  );
}

function TodayRow({ item }: { readonly item: AgendaItem }) {
  const { t } = useLanguage();
  return (
    <li className={item.state === 'live' ? 'today-row today-row--live' : 'today-row'}>
      <span className="today-row__time number">{hourMinute(item.at)}</span>
      <span className="today-row__title">{item.title}</span>
      <span className="today-row__place">{item.region}</span>
      {item.state === 'live' ? (
        <StatusChip status="live" />
      ) : (
        <span>{item.state === 'done' ? t('agenda.done') : t('agenda.opensItself')}</span>
      )}
    </li>
  );
}
