import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

const ENOUGH = 3;

type Verdict = 'sufficient' | 'reject-all';

interface Typed {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Sums everything up into the report; where few bids are valid the panel writes its finding first. */
export function SumUp({ room, ready }: { readonly room: EvaluationRoom; readonly ready: boolean }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>({});
  const few = (room.valid ?? []).filter(({ valid }) => valid < ENOUGH);
  const findingOf = (lot: number, valid: number): Typed =>
    typed[lot] ?? { verdict: valid === 0 ? 'reject-all' : 'sufficient', reason: '' };
  return (
    <section className="card card__body stack" aria-label={t('evaluation.report')}>
      <p className="small muted">{t('evaluation.reportText')}</p>
      {few.map(({ lot, valid }) => (
        <FindingFields
          key={lot}
          lot={lot}
          valid={valid}
          divided={room.lots.length > 1}
          typed={findingOf(lot, valid)}
          onChange={(next) => setTyped({ ...typed, [lot]: next })}
        />
      ))}
      <div>
        <Button type="primary" size="large" disabled={!ready} onClick={() => setAsking(true)}>
          {t('evaluation.report')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('evaluation.reportTitle')}
        keepLabel={t('evaluation.reportKeep')}
        actLabel={t('evaluation.report')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/evaluations/{tenderId}/report', {
            params: { path: { tenderId: room.tender.id } },
            body: { findings: few.map(({ lot, valid }) => ({ lot, ...findingOf(lot, valid) })) },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('evaluation.reportText')}
      </ConfirmDialog>
    </section>
  );
}

function FindingFields({
  lot,
  valid,
  divided,
  typed,
  onChange,
}: {
  readonly lot: number;
  readonly valid: number;
  readonly divided: boolean;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}) {
  const t = useT();
  const field = useId();
  return (
    <fieldset className="stack plan-items">
      <legend>
        {divided ? `${t('lot.number', { number: lot })} · ` : ''}
        {t('room.few', { valid })}
      </legend>
      <Radio.Group
        aria-label={t('room.few', { valid })}
        value={typed.verdict}
        options={(['sufficient', 'reject-all'] as const).map((value) => ({
          value,
          label: t(`room.verdict.${value}`),
          disabled: value === 'sufficient' && valid === 0,
        }))}
        onChange={(event) => onChange({ ...typed, verdict: event.target.value as Verdict })}
      />
      <div>
        <label htmlFor={field}>{t('room.findingReason')}</label>
        <Input.TextArea
          id={field}
          rows={3}
          maxLength={1_000}
          value={typed.reason}
          onChange={(event) => onChange({ ...typed, reason: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
