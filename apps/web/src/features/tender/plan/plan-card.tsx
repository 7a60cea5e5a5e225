import { takesSealedBids } from '@core/tender';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { formulaOf, PLAN_KINDS, type PlanKind } from '@core/evaluation';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { nameIn } from '../../../shared/ui/name-in';
import { PlanItems } from './plan-items';
import { PlanParameter } from './plan-parameter';
import {
  askedParameters,
  formulasFor,
  planOf,
  TIE_BREAKS,
  tieBreakOf,
  typedOf,
  withFormula,
  withTieBreak,
  type TieBreak,
  type TypedPlan,
} from './typed-plan';
import './plan.css';

/** How the bids of a draft are compared: method, formula, coefficients, items. */
export function PlanCard({ tender }: { readonly tender: OwnTender }) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const [typed, setTyped] = useState(() => typedOf(tender.plan));
  const [saved, setSaved] = useState(false);
  const { busy, error, act } = useAct(async () => {
    await api.PUT('/api/tenders/{id}/plan', {
      params: { path: { id: tender.id } },
      body: { plan: { ...planOf(typed) } },
    });
    await refresh();
    setSaved(true);
  });
  const change = (next: TypedPlan): void => {
    setSaved(false);
    setTyped(next);
  };
  if (!takesSealedBids(tender.method)) return null;
  return (
    <Card title={t('plan.title')}>
      <p className="small muted">{t('plan.lead')}</p>
      <div className="stack plan-fields">
        <Radio.Group
          aria-label={t('plan.kind')}
          value={typed.kind}
          options={PLAN_KINDS.map((value) => ({ value, label: t(`plan.kind.${value}`) }))}
          onChange={(event) => {
            const kind = event.target.value as PlanKind;
            const offered = formulasFor(kind).some(({ id }) => id === typed.formula);
            const formula = offered ? typed.formula : (formulasFor(kind)[0]?.id ?? '');
            change({ ...typed, kind, formula });
          }}
        />
        {typed.kind === 'lowest-price' ? null : <Formula typed={typed} onChange={change} />}
        {typed.kind === 'lowest-price' ? null : <Ties typed={typed} onChange={change} />}
        {typed.kind === 'comprehensive' ? <PlanItems typed={typed} onChange={change} /> : null}
        <Apart tender={tender} typed={typed} onChange={change} />
        <Ask typed={typed} onChange={change} />
        {error === null ? null : <ErrorNote error={error} />}
        <div className="row">
          <Button loading={busy} onClick={act}>
            {t('plan.save')}
          </Button>
          <span role="status" className="small muted">
            {saved ? t('plan.saved') : null}
          </span>
        </div>
      </div>
    </Card>
  );
}

interface FieldProps {
  readonly typed: TypedPlan;
  readonly onChange: (typed: TypedPlan) => void;
}

function Formula({ typed, onChange }: FieldProps) {
  const { t, locale } = useLanguage();
  const field = useId();
  const sample = formulaOf(typed.formula)?.sample ?? null;
  return (
    <>
      <div>
        <label htmlFor={field}>{t('plan.formula')}</label>
        <Select
          id={field}
          value={typed.formula}
          options={formulasFor(typed.kind).map((one) => ({
            value: one.id,
            label: nameIn(locale, one),
          }))}
          onChange={(formula) => onChange(withFormula(typed, formula))}
        />
        <p className="small muted">{t('plan.formulaHint')}</p>
        {sample === null ? null : (
          <p className="small muted">{t('plan.sampleHint', { rule: nameIn(locale, sample) })}</p>
        )}
      </div>
      {askedParameters(typed).map((spec) => (
        <PlanParameter
          key={`${typed.formula} ${spec.key}`}
          spec={spec}
          chosen={typed.chosen[spec.key]}
          onChange={(values) =>
            onChange({ ...typed, chosen: { ...typed.chosen, [spec.key]: values } })
          }
        />
      ))}
    </>
  );
}

function Ties({ typed, onChange }: FieldProps) {
  const { t } = useLanguage();
  const field = useId();
  const rule = tieBreakOf(typed);
  return (
    <div>
      <label htmlFor={field}>{t('plan.tie')}</label>
      <Select
        id={field}
        value={rule}
        options={TIE_BREAKS.map((value) => ({ value, label: t(`plan.tie.${value}`) }))}
        onChange={(value: TieBreak) => onChange(withTieBreak(typed, value))}
      />
      <p className="small muted">{t(`plan.tieHint.${rule}`)}</p>
    </div>
  );
}

function Ask({ typed, onChange }: FieldProps) {
  const { t } = useLanguage();
  const field = useId();
  return (
    <div>
      <label htmlFor={field}>{t('plan.ask')}</label>
      <Input
        id={field}
        inputMode="decimal"
        suffix="%"
        maxLength={6}
        value={typed.ask}
        onChange={(event) => onChange({ ...typed, ask: event.target.value })}
      />
      <p className="small muted">{t('plan.askHint')}</p>
    </div>
  );
}

/** Only where the rule set carries a local document for it; a plan that has it keeps the box, to take it out. */
function Apart({ tender, typed, onChange }: FieldProps & { readonly tender: OwnTender }) {
  const { t } = useLanguage();
  const { apartBasis: basis } = tender;
  if (typed.kind === 'lowest-price' || (basis === null && !typed.apart)) return null;
  return (
    <div>
      <Checkbox
        checked={typed.apart}
        onChange={(event) => onChange({ ...typed, apart: event.target.checked })}
      >
        {t('plan.apart')}
      </Checkbox>
      {basis === null ? null : (
        <p className="small muted">
          {t('plan.apartHint', { citation: basis.citation, most: basis.most })}
        </p>
      )}
    </div>
  );
}
