import type { Panel } from '../../../shared/api/wire';
import { hourMinute } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { CallLines } from './call-lines';

type Call = Panel['invitations'][number];

const TONES: Readonly<Record<Call['state'], string>> = {
  invited: 'now',
  accepted: 'ok',
  checked_in: 'ok',
  declined: 'out',
  unreachable: 'out',
  conflict: 'out',
};

/** One specialty: the numbers that were called, in drawn order, each with its padlock. */
export function SeatRow({
  panelId,
  title,
  calls,
}: {
  readonly panelId: string;
  readonly title: string;
  readonly calls: readonly Call[];
}) {
  const t = useT();
  return (
    <section className="seat-row" aria-label={title}>
      <h3>{title}</h3>
      {calls.length === 0 ? <p className="small muted">{t('panel.noCalls')}</p> : null}
      <ol className="seat-row__calls">
        {calls.map((call) => (
          <li key={call.row} className={`seat-call seat-call--${TONES[call.state]}`}>
            <span className="row row--between">
              <b className="number">{t('panel.numbered', { row: call.row })}</b>
              <Icon name="lock" />
            </span>
            <span className="small">
              {call.state === 'invited' ? t('panel.waiting') : t(`invitationState.${call.state}`)}
            </span>
            <span className="tiny muted number">
              {hourMinute(call.answeredAt ?? call.invitedAt)}
            </span>
            <CallLines panelId={panelId} invitation={call} />
          </li>
        ))}
      </ol>
    </section>
  );
}
