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
import { Note } from '../../../shared/ui/note';
import { QrScan } from '../../../shared/ui/qr-scan';
import { recordsOf } from '../records';
import { readRoundCode, type RoundCode } from '../round-code';

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
      {mayBring ? <BringRound draw={draw} round={round} /> : null}
    </Card>
  );
}

function BringRound({ draw, round }: { readonly draw: Draw; readonly round: number }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const [scanned, setScanned] = useState<RoundCode | null>(null);
  const said = readRoundCode(typed, round);
  const signature = said.kind === 'signature' ? said.signature : null;
  const takeCode = (text: string): boolean => {
    const code = readRoundCode(text, round);
    setScanned(code);
    if (code.kind === 'signature') setTyped(code.signature);
    return code.kind === 'signature';
  };
  const { busy, error, act } = useAct(async () => {
    if (signature === null) return;
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
      <QrScan onText={takeCode} />
      <div role="status">{scanned === null ? null : <ScanNote code={scanned} round={round} />}</div>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button type="primary" loading={busy} disabled={signature === null} onClick={act}>
          {t('draw.bringRound')}
        </Button>
      </div>
    </>
  );
}

function ScanNote({ code, round }: { readonly code: RoundCode; readonly round: number }) {
  const t = useT();
  switch (code.kind) {
    case 'signature':
      return <Note tone="ok">{t('draw.codeRead', { round })}</Note>;
    case 'other_round':
      return <Note tone="bad">{t('draw.codeOfOther', { named: code.round, round })}</Note>;
    case 'address':
      return <Note tone="warn">{t('draw.codeIsAddress')}</Note>;
    case 'unknown':
      return <Note tone="bad">{t('draw.codeUnknown')}</Note>;
  }
}
