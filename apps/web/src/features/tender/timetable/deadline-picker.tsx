import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { hourMinute, instantOfLocal, isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { QueryView } from '../../../shared/ui/query-view';
import { FindingList } from '../components/finding-list';
import { timetablePlan } from '../draft/queries';
import { DeadlineCalendar } from './deadline-calendar';
import { TimetableFacts } from './timetable-card';

const USUAL_TIME = '09:30';

/** The deadline on a calendar that knows the law: lawful days, days off, and what every other date becomes. */
export function DeadlinePicker({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const form = Form.useFormInstance<{ deadline?: string }>();
  const typed: unknown = Form.useWatch('deadline', form);
  const local = typeof typed === 'string' ? typed : '';
  const deadline = instantOfLocal(local);
  const time = deadline === null ? USUAL_TIME : local.slice(11, 16);
  const plan = useQuery(
    timetablePlan(tenderId, { time, ...(deadline === null ? {} : { deadline }) }),
  );
  const choose = (date: string) => form.setFieldValue('deadline', `${date}T${time}`);
  return (
    <QueryView query={plan} what={t('draft.timetable')}>
      {({ days, earliest, timetable, findings }) => (
        <div className="deadline-picker">
          <DeadlineCalendar days={days} chosen={isoDate(timetable.deadline)} onChoose={choose} />
          <div className="stack">
            <TimetableFacts timetable={timetable} />
            <div>
              <Button
                disabled={timetable.deadline === earliest.deadline}
                onClick={() =>
                  form.setFieldValue(
                    'deadline',
                    `${isoDate(earliest.deadline)}T${hourMinute(earliest.deadline)}`,
                  )
                }
              >
                {t('deadlineDay.earliest')}
              </Button>
            </div>
            <FindingList findings={findings.filter((one) => one.outcome === 'violated')} />
          </div>
        </div>
      )}
    </QueryView>
  );
}
