import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { dayInWords, hourMinute } from '../../../shared/i18n/dates';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { DayLine } from '../../../shared/ui/day-line';
import { Empty } from '../../../shared/ui/empty';
import { ErrorNote } from '../../../shared/ui/error-note';
import { LoadingNote } from '../../../shared/ui/loading-note';
import { StatusChip } from '../../../shared/ui/status-chip';
import { categoryWord } from '../../tender/words';
import type { AgendaItem } from '../agenda';
import { agenda } from '../queries';
import './today-section.css';

/** Today's openings and draws on the day line. */
export function TodaySection() {
  const { t } = useLanguage();
  const { now } = useServerClock();
  const today = useQuery(agenda);
  if (today.isError) {
    return <ErrorNote error={today.error} onRetry={() => void today.refetch()} />;
  }
  if (today.isPending || now === null) {
    return (
      <LoadingNote what={t('home.todayWhat')} onRetry={() => void today.refetch()}>
        <Skeleton active={false} title={{ width: '30%' }} paragraph={{ rows: 4 }} />
      </LoadingNote>
    );
  }
  return <Today items={today.data} now={now} />;
}

function Today({ items, now }: { readonly items: readonly AgendaItem[]; readonly now: number }) {
  const { t, locale } = useLanguage();
  const live = items.filter((item) => item.state === 'live').length;
  return (
    <section aria-labelledby="today">
      <header className="today__head">
        <h1 id="today">{t('home.today')}</h1>
        <p className="small muted">
          {t('home.todayLine', { day: dayInWords(now, locale), count: items.length, live })}
        </p>
      </header>
      {items.length === 0 ? (
        <Empty fact={t('home.todayEmpty')} next={t('home.todayNext')} />
      ) : (
        <DayLine
          now={now}
          events={items.map((item) => ({
            id: item.id,
            at: item.at,
            live: item.state === 'live',
            content: <AgendaCard item={item} />,
          }))}
        />
      )}
    </section>
  );
}

function AgendaCard({ item }: { readonly item: AgendaItem }) {
  const { t } = useLanguage();
  const time = hourMinute(item.at);
  const live = item.state === 'live';
  const outlook = item.state === 'done' ? t('agenda.done') : t('agenda.opensItself');
  return (
    <Link to="/tenders/$tenderId" params={{ tenderId: item.id }} className="agenda-card">
      <span className="agenda-card__line">
        {live ? <StatusChip status="live" /> : null}
        <span className="number">{live ? time : t('agenda.opening', { time })}</span>
        {live ? null : <span>{categoryWord(t, item.category)}</span>}
      </span>
      <b>{item.title}</b>
      <span className="muted">{live ? item.region : `${item.region} · ${outlook}`}</span>
    </Link>
  );
}
