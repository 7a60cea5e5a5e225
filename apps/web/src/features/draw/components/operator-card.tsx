import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Draw } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { VoidDialog } from './void-dialog';

const SOURCES = ['drand', 'escrow', 'physical'] as const;
const OVER: readonly Draw['state'][] = ['enrolling', 'resulted', 'drawn', 'voiding', 'void'];

/** What the operator of a draw does: choose the source, enter the dice, give an attempt up. */
export function OperatorCard({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const [voiding, setVoiding] = useState(false);
  const isThrow = draw.next.step === 'throw' || draw.next.step === 'countersign';
  const mayVoid = !OVER.includes(draw.state);
  if (draw.state !== 'enrolling' && !isThrow && !mayVoid) return null;
  return (
    <Card title={t('draw.operate')}>
      {draw.state === 'enrolling' ? <ChooseSource draw={draw} /> : null}
      {isThrow ? <EnterThrow key={draw.symbols} draw={draw} /> : null}
      {mayVoid ? (
        <div>
          <Button onClick={() => setVoiding(true)}>{t('draw.void')}</Button>
          <VoidDialog draw={draw} open={voiding} onClose={() => setVoiding(false)} />
        </div>
      ) : null}
    </Card>
  );
}

function ChooseSource({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const refresh = useRefresh();
  const [kind, setKind] = useState(draw.source);
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/draws/{id}/source', { params: { path: { id: draw.id } }, body: { kind } });
    await refresh();
  });
  return (
    <>
      <p className="small muted">{t('draw.sourceLead')}</p>
      <Radio.Group
        aria-label={t('draw.source')}
        value={kind}
        onChange={(event) => setKind(event.target.value as Draw['source'])}
        options={SOURCES.map((value) => ({ value, label: t(`drawSource.${value}`) }))}
      />
      <p className="small">{t(`drawSourceText.${kind}`)}</p>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button type="primary" loading={busy} disabled={kind === draw.source} onClick={act}>
          {t('draw.useSource')}
        </Button>
      </div>
    </>
  );
}

function EnterThrow({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [symbols, setSymbols] = useState(draw.symbols ?? '');
  const { busy, error, act } = useAct(async () => {
    const body = {
      symbols: symbols
        .trim()
        .split(/[\s,，、]+/)
        .join(','),
    };
    await api.POST('/api/draws/{id}/symbols', { params: { path: { id: draw.id } }, body });
    await refresh();
  });
  return (
    <>
      <label htmlFor={field}>{t('draw.symbols')}</label>
      <Input
        id={field}
        className="number"
        inputMode="numeric"
        autoComplete="off"
        value={symbols}
        onChange={(event) => setSymbols(event.target.value)}
      />
      <p className="small muted">{t('draw.symbolsText')}</p>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button type="primary" loading={busy} disabled={symbols.trim() === ''} onClick={act}>
          {t(draw.symbols === null ? 'draw.enterSymbols' : 'draw.correctSymbols')}
        </Button>
      </div>
    </>
  );
}
