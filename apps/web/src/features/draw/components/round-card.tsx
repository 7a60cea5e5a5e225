import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Draw } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { recordsOf } from '../records';

/** The round that ends the draw: fetched by itself where there is a network, brought by hand where there is none. */
export function RoundCard({ draw, mayBring }: { readonly draw: Draw; readonly mayBring: boolean }) {
  const t = useT();
  const round = recordsOf(draw).lock?.round;
  if (draw.next.step !== 'round' || round === undefined || round === null) return null;
  return (
    <Card title={t('draw.round', { round })}>
      <p className="small muted">
        {t('draw.roundText', { at: draw.next.until === null ? '' : dateTime(draw.next.until) })}
      </p>
      {mayBring ? <BringRound draw={draw} /> : null}
    </Card>
  );
}

function BringRound({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const signature = typed.replace(/\s+/g, '').toLowerCase();
  const { busy, error, act } = useAct(async () => {
    const params = { path: { id: draw.id } };
    await api.POST('/api/draws/{id}/round', { params, body: { signature } });
    await refresh();
  });
  return (
    <>
      <label htmlFor={field}>{t('draw.roundSignature')}</label>
      <Input.TextArea
        id={field}
        className="mono"
        autoSize
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="small muted">{t('draw.roundHow')}</p>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button
          type="primary"
          loading={busy}
          disabled={!/^[0-9a-f]{96}$/.test(signature)}
          onClick={act}
        >
          {t('draw.bringRound')}
        </Button>
      </div>
    </>
  );
}
