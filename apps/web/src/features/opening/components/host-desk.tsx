import { Button } from 'antd';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { hourMinuteSecond, millis } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { ConfirmDialog, useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Icon } from '../../../shared/ui/icon';
import { LinkButton } from '../../../shared/ui/link-button';
import type { HallParts } from '../hall-context';
import { hostStep, type HostStep } from '../host-step';
import { useHostKeys } from '../use-host-keys';
import { stepWords } from '../step-words';
import { KeysDialog } from './keys-dialog';
import { PauseDialog } from './pause-dialog';

/** Steps that everybody sees at once and nobody can take back. */
const ANNOUNCED: readonly HostStep['kind'][] = [
  'absent',
  'begin_reading',
  'begin_lot',
  'open_objections',
  'begin_signing',
  'close',
];
const WITHOUT_BUTTON: readonly HostStep['kind'][] = [
  'wait',
  'none',
  'answer_first',
  'attendance_first',
  'draw_first',
];

interface HostDeskProps extends HallParts {
  readonly onReread: () => void;
}

/** The host's desk: one command at a time, always at the same place. */
export function HostDesk(props: HostDeskProps) {
  const { opening, live, onReread } = props;
  const t = useT();
  const { now } = useServerClock();
  const [dialog, setDialog] = useState<'confirm' | 'pause' | 'keys' | null>(null);
  const step = hostStep(live.hall, now !== null && now >= millis(opening.windowEndsAt));
  const send = async () => {
    live.take((await run(opening.id, step)).events);
    setDialog(null);
  };
  const { busy, error, act } = useAct(send);
  const press = () => {
    if (WITHOUT_BUTTON.includes(step.kind)) return;
    if (ANNOUNCED.includes(step.kind)) setDialog('confirm');
    else act();
  };
  const mayPause = live.hall.paused === null && !['closed', 'failed'].includes(live.hall.phase);
  useHostKeys({
    onEnter: press,
    onReread,
    onPause: () => {
      if (mayPause) setDialog('pause');
    },
    onHelp: () => setDialog('keys'),
  });
  const words = stepWords(t, step, live.hall, hourMinuteSecond(opening.windowEndsAt));
  if (step.kind === 'none') return null;
  return (
    <section className="host-desk" aria-label={t('hall.now')}>
      <div className="grow">
        <p className="small muted">{t('hall.now')}</p>
        <h2>{words.title}</h2>
        <p className="small muted">{words.text}</p>
        {error === null ? null : <ErrorNote error={error} />}
      </div>
      <div className="row host-desk__commands">
        {live.hall.phase === 'reading' ? (
          <Button size="large" icon={<Icon name="refresh" />} onClick={onReread}>
            {t('host.reread')}
          </Button>
        ) : null}
        {WITHOUT_BUTTON.includes(step.kind) ? null : (
          <Button type="primary" size="large" loading={busy} onClick={press}>
            {words.act}
            <kbd className="key-cap">{t('host.enter')}</kbd>
          </Button>
        )}
      </div>
      <div className="row host-desk__more">
        {mayPause ? (
          <Button icon={<Icon name="pause" />} onClick={() => setDialog('pause')}>
            {t('host.pause')}
          </Button>
        ) : null}
        <LinkButton to="/stage/halls/$openingId" params={{ openingId: opening.id }} target="_blank">
          {t('host.stage')}
        </LinkButton>
        <button type="button" className="link-button small" onClick={() => setDialog('keys')}>
          {t('host.keys')}
        </button>
      </div>
      <ConfirmDialog
        open={dialog === 'confirm'}
        title={step.kind === 'absent' ? t('host.absentTitle') : words.act}
        keepLabel={t('host.keepPhase')}
        actLabel={words.act}
        onKeep={() => setDialog(null)}
        onAct={send}
      >
        {t('host.announced')}
      </ConfirmDialog>
      <PauseDialog
        open={dialog === 'pause'}
        onKeep={() => setDialog(null)}
        onPause={async (reason) => {
          live.take((await command(opening.id, { kind: 'pause', text: reason })).events);
          setDialog(null);
        }}
      />
      <KeysDialog open={dialog === 'keys'} onClose={() => setDialog(null)} />
    </section>
  );
}

type HostCommand = NonNullable<Parameters<typeof command>[1]>;

function command(
  id: string,
  body: {
    readonly kind:
      | 'begin_reading'
      | 'begin_lot'
      | 'read_bid'
      | 'open_objections'
      | 'begin_signing'
      | 'pause'
      | 'resume'
      | 'close';
    readonly bidId?: string;
    readonly lot?: number;
    readonly text?: string;
  },
) {
  return bodyOf(api.POST('/api/openings/{id}/commands', { params: { path: { id } }, body }));
}

function run(id: string, step: HostStep) {
  if (step.kind === 'absent') {
    return bodyOf(api.POST('/api/openings/{id}/absent', { params: { path: { id } } }));
  }
  if (step.kind === 'begin_lot') return command(id, { kind: step.kind, lot: step.lot });
  const body = (
    step.kind === 'read_bid' ? { kind: step.kind, bidId: step.bidId } : { kind: step.kind }
  ) as HostCommand;
  return command(id, body);
}
