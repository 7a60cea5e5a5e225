import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { millis, monthDayTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { remeasureClock } from '../../../shared/live/server-clock';
import { ActButton } from '../../../shared/ui/act-button';
import { nextDeadline } from '../next-deadline';

const MINUTE = 60_000;
const STEPS = [
  { key: 'clock.tenMinutes', by: 10 * MINUTE },
  { key: 'clock.hour', by: 60 * MINUTE },
  { key: 'clock.day', by: 24 * 60 * MINUTE },
] as const;
/** Early enough to be in the hall when it opens. */
const AHEAD = 20_000;

/** Moves the demonstration's clock forward: by steps, or to just before the next opening. */
export function ClockMover({ now }: { readonly now: number }) {
  const t = useT();
  const refresh = useRefresh();
  const { data } = useQuery({
    queryKey: ['public', 'tenders', 'open'],
    queryFn: () =>
      bodyOf(api.GET('/api/public/tenders', { params: { query: { state: 'published' } } })),
  });
  const move = async (to: number) => {
    await api.POST('/api/demo/clock', { body: { to: new Date(to).toISOString() } });
    remeasureClock();
    await refresh();
  };
  const deadlines = (data?.items ?? []).flatMap((one) =>
    one.deadline === null ? [] : [millis(one.deadline)],
  );
  const next = nextDeadline(deadlines, now + AHEAD);
  return (
    <div className="stack">
      <p className="small">{t('clock.moveLead')}</p>
      <div className="row">
        {STEPS.map(({ key, by }) => (
          <ActButton key={key} small onAct={() => move(now + by)}>
            {t(key)}
          </ActButton>
        ))}
      </div>
      {next === null ? null : (
        <div>
          <ActButton small primary onAct={() => move(next - AHEAD)}>
            {t('clock.toOpening', { at: monthDayTime(new Date(next).toISOString()) })}
          </ActButton>
        </div>
      )}
    </div>
  );
}
