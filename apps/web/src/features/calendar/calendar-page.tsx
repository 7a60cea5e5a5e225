import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CalendarYear } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { calendarYears } from './queries';
import { dayRuns } from './day-runs';
import { YearForm } from './year-form';

/** The official calendar: which days count as working days, and where that stands. */
export function CalendarPage() {
  const t = useT();
  const query = useQuery(calendarYears);
  const edits = usePermission('calendar.edit');
  const [entering, setEntering] = useState<CalendarYear | 'new' | null>(null);
  return (
    <div className="stack">
      <PageHead title={t('calendar.title')} lead={t('calendar.lead')}>
        {edits ? (
          <Button type="primary" onClick={() => setEntering('new')}>
            {t('calendar.enter')}
          </Button>
        ) : null}
      </PageHead>
      {entering === null ? null : (
        <YearForm known={entering === 'new' ? null : entering} onDone={() => setEntering(null)} />
      )}
      <QueryView query={query} what={t('calendar.what')}>
        {(years) => (
          <div className="stack">
            {years.map((year) => (
              <YearCard key={year.year} year={year} onEdit={edits ? setEntering : null} />
            ))}
          </div>
        )}
      </QueryView>
    </div>
  );
}

function YearCard({
  year,
  onEdit,
}: {
  readonly year: CalendarYear;
  readonly onEdit: ((year: CalendarYear) => void) | null;
}) {
  const t = useT();
  return (
    <Card title={t('calendar.year', { year: year.year })}>
      <dl className="facts">
        <dt>{t('calendar.off')}</dt>
        <dd className="number">
          {dayRuns(year.off)
            .map(({ from, to }) => (from === to ? from : `${from} – ${to}`))
            .join('，')}
        </dd>
        <dt>{t('calendar.work')}</dt>
        <dd className="number">
          {year.work.length === 0 ? t('common.none') : year.work.join('，')}
        </dd>
        <dt>{t('calendar.source')}</dt>
        <dd>
          {year.source}
          {year.version === 0 ? null : ` · ${t('calendar.version', { version: year.version })}`}
        </dd>
      </dl>
      {onEdit === null ? null : (
        <div>
          <Button
            aria-label={t('calendar.correctYear', { year: year.year })}
            onClick={() => onEdit(year)}
          >
            {t('calendar.correct')}
          </Button>
        </div>
      )}
    </Card>
  );
}
