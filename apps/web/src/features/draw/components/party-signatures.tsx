import { Button } from 'antd';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Draw } from '../../../shared/api/wire';
import { useServerClock } from '../../../shared/live/server-clock';
import { millis } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';
import { countersign, forceOpen, signVoid, type DrawSecrets, type Party } from '../contribution';

interface PartyProps {
  readonly draw: Draw;
  readonly party: Party;
  readonly secrets: DrawSecrets;
}

/** What a contributor signs or opens by a press of its own: dice it has seen, a void, a party that refuses. */
export function PartySignatures({ draw, party, secrets }: PartyProps) {
  const isAskedForVoid = draw.voidAsked?.waitingFor.includes(party) === true;
  const isAskedForThrow =
    draw.next.step === 'countersign' && draw.next.waitingFor.includes(party) && draw.symbols;
  const refusers = draw.next.step === 'reveal' ? draw.next.waitingFor : [];
  return (
    <>
      {isAskedForThrow ? <SignThrow draw={draw} secrets={secrets} /> : null}
      {isAskedForVoid ? <SignVoid draw={draw} secrets={secrets} /> : null}
      {refusers
        .filter((one) => one !== party)
        .map((refuser) => (
          <ForceOpen key={refuser} draw={draw} party={party} secrets={secrets} refuser={refuser} />
        ))}
    </>
  );
}

function SignThrow({ draw, secrets }: Omit<PartyProps, 'party'>) {
  const t = useT();
  const refresh = useRefresh();
  const { busy, error, act } = useAct(async () => {
    await countersign(draw, secrets);
    await refresh();
  });
  return (
    <>
      <p>{t('draw.thrown')}</p>
      <p className="number">
        <b>{draw.symbols?.split(',').join(' ')}</b>
      </p>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button type="primary" size="large" loading={busy} onClick={act}>
          {t('draw.countersign')}
        </Button>
      </div>
    </>
  );
}

function SignVoid({ draw, secrets }: Omit<PartyProps, 'party'>) {
  const t = useT();
  const refresh = useRefresh();
  const { busy, error, act } = useAct(async () => {
    await signVoid(draw, secrets);
    await refresh();
  });
  return (
    <>
      <Note tone="warn">{t('draw.voidAsked', { reason: draw.voidAsked?.reason ?? '' })}</Note>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button danger loading={busy} onClick={act}>
          {t('draw.signVoid')}
        </Button>
      </div>
    </>
  );
}

function ForceOpen({ draw, party, secrets, refuser }: PartyProps & { readonly refuser: string }) {
  const t = useT();
  const { now } = useServerClock();
  const refresh = useRefresh();
  const { busy, error, act } = useAct(async () => {
    await forceOpen(draw, refuser, party, secrets);
    await refresh();
  });
  const who = t(`drawParty.${refuser as 'platform' | Party}`);
  if (draw.next.until === null || now === null || now < millis(draw.next.until)) return null;
  return (
    <>
      <p className="small muted">{t('draw.forceText', { who })}</p>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button loading={busy} onClick={act}>
          {t('draw.force', { who })}
        </Button>
      </div>
    </>
  );
}
