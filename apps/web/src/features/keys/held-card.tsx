import type { HolderBatch } from '@core/sealed-bid';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useRefresh } from '../../shared/api/use-refresh';
import type { HeldTender } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { legalMillis } from '../../shared/live/server-clock';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { Note } from '../../shared/ui/note';
import { release, unlockBatch, type ReleaseOutcome } from './batch';
import { heldTenders, holderBatches } from './queries';

/** The tenders whose keys are held here: unlock once, then one button for each tender a bidder stays away from. */
export function HeldCard() {
  const t = useT();
  const { data: held = [] } = useQuery(heldTenders);
  const [unlocked, setUnlocked] = useState<ReadonlyMap<string, HolderBatch>>(new Map());
  if (held.length === 0) return null;
  return (
    <Card title={t('keys.held')}>
      {unlocked.size === 0 ? <Unlock onUnlocked={setUnlocked} /> : null}
      <ul>
        {held.map((one) => (
          <li key={one.tenderId} className="row row--between document">
            <Held held={one} batch={unlocked.get(one.batchId) ?? null} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One passphrase opens every batch it fits; it is kept in this page only. */
function Unlock({
  onUnlocked,
}: {
  readonly onUnlocked: (unlocked: ReadonlyMap<string, HolderBatch>) => void;
}) {
  const t = useT();
  const field = useId();
  const { data: batches = [] } = useQuery(holderBatches);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, error, act } = useAct(async () => {
    const opened = new Map<string, HolderBatch>();
    for (const { id, backup } of batches) {
      const batch = await unlockBatch(typed, backup);
      if (batch !== null) opened.set(id, batch);
    }
    setWrong(opened.size === 0);
    onUnlocked(opened);
  });
  return (
    <div className="stack">
      <label htmlFor={field}>{t('keys.unlockWith')}</label>
      <div className="key-input__line">
        <Input
          id={field}
          className="mono"
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={act}
        />
        <Button type="primary" loading={busy} disabled={typed.trim() === ''} onClick={act}>
          {t('keys.unlock')}
        </Button>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div role="status">{wrong ? <Note tone="bad">{t('keys.wrong')}</Note> : null}</div>
    </div>
  );
}

function Held({ held, batch }: { readonly held: HeldTender; readonly batch: HolderBatch | null }) {
  const t = useT();
  const refresh = useRefresh();
  const [outcome, setOutcome] = useState<ReleaseOutcome | null>(null);
  const { openingId, waiting, windowEndsAt } = held;
  const { busy, error, act } = useAct(async () => {
    const now = legalMillis();
    if (batch === null || openingId === null || now === null) return;
    setOutcome(await release(openingId, batch, now));
    await refresh();
  });
  return (
    <div className="stack">
      <span>
        <b>{held.title}</b> <span className="number small muted">{held.code}</span>
      </span>
      <span className="small muted">
        {waiting > 0
          ? t('keys.waiting', { count: waiting })
          : windowEndsAt === null
            ? t('keys.notYet')
            : t('keys.nothing', { at: dateTime(windowEndsAt) })}
      </span>
      {waiting > 0 ? (
        <div>
          <Button
            type="primary"
            size="large"
            loading={busy}
            disabled={batch === null}
            onClick={act}
          >
            {t('keys.release')}
          </Button>
        </div>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <div role="status">
        {outcome === null ? null : outcome.kind === 'released' ? (
          <Note tone="ok">{t('keys.released', { count: outcome.count })}</Note>
        ) : (
          <Note tone="bad">{t('keys.refused', { code: outcome.code })}</Note>
        )}
      </div>
    </div>
  );
}
