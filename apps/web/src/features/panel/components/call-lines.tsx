import { Button } from 'antd';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Panel } from '../../../shared/api/wire';
import { hourMinute } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';

type Invitation = Panel['invitations'][number];
type Call = Invitation['calls'][number];

const TALKING = ['ANSWERED', 'PLAY', 'KEY'];

function stateOf(call: Call, t: ReturnType<typeof useT>): string {
  if (call.state === 'due') return t('call.due', { at: hourMinute(call.dueAt) });
  if (call.outcome === 'KEY') return t(call.key === '1' ? 'call.accepted' : 'call.declined');
  if (call.outcome !== null) return t(`callOutcome.${call.outcome}`);
  if (TALKING.includes(call.phase)) return t('call.talking');
  return t(call.phase === 'RINGING' ? 'call.ringing' : 'call.dialing');
}

/** The calls to a drawn number: which attempt, how far, how it ended. No name and no number, for nobody. */
export function CallLines({
  panelId,
  invitation,
}: {
  readonly panelId: string;
  readonly invitation: Invitation;
}) {
  const t = useT();
  const { calls, state, halted } = invitation;
  const isRunning = calls.some((call) => call.state === 'running');
  return (
    <>
      {calls.length === 0 ? null : (
        <ol className="call-lines">
          {calls.map((call) => (
            <li key={call.attempt} className="tiny">
              {t(call.byHand ? 'call.attemptByHand' : 'call.attempt', { attempt: call.attempt })}
              {' · '}
              {stateOf(call, t)}
            </li>
          ))}
        </ol>
      )}
      {halted ? <p className="tiny call-lines__halted">{t('call.halted')}</p> : null}
      {state === 'invited' && calls.length > 0 && !isRunning ? (
        <CallAgain panelId={panelId} id={invitation.id} />
      ) : null}
    </>
  );
}

function CallAgain({ panelId, id }: { readonly panelId: string; readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/panels/{id}/invitations/{invitationId}/call', {
      params: { path: { id: panelId, invitationId: id } },
    });
    await refresh();
  });
  return (
    <>
      <Button size="small" loading={busy} onClick={act}>
        {t('call.again')}
      </Button>
      {error === null ? null : <ErrorNote error={error} />}
    </>
  );
}
