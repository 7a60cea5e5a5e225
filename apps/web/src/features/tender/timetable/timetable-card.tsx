import type { Timetable } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';

const MOMENTS = [
  'publishAt',
  'documentsUntil',
  'clarifyUntil',
  'objectUntil',
  'deadline',
  'openAt',
] as const;

/** The dates as the rules lay them out. */
export function TimetableCard({ timetable }: { readonly timetable: Timetable | null }) {
  const t = useT();
  return (
    <Card title={t('draft.timetable')}>
      {timetable === null ? (
        <p className="small muted">{t('draft.timetableNone')}</p>
      ) : (
        <TimetableFacts timetable={timetable} />
      )}
    </Card>
  );
}

/** The moments of a timetable, one under the other. */
export function TimetableFacts({ timetable }: { readonly timetable: Timetable }) {
  const t = useT();
  return (
    <dl className="facts">
      {MOMENTS.map((moment) => (
        <div key={moment} className="facts__pair">
          <dt>{t(`timetable.${moment}`)}</dt>
          <dd className="number">{dateTime(timetable[moment])}</dd>
        </div>
      ))}
    </dl>
  );
}
