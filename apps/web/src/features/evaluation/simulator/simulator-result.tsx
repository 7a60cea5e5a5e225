import { formulaOf, type MethodRefusal, type Simulation } from '@core/evaluation';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { formatMessage } from '../../../shared/i18n/format-message';
import { REASON_TEXTS, REFUSAL_TEXTS, STEP_TEXTS } from '../../../shared/i18n/methods/index';
import { Card } from '../../../shared/ui/card';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { Note } from '../../../shared/ui/note';
import { nameIn } from '../../../shared/ui/name-in';
import { SimulatorChart } from './simulator-chart';

/** Why nothing was computed, with the rule of law where one says so. */
export function SimulatorRefusal({ refusal }: { readonly refusal: MethodRefusal }) {
  const { locale } = useLanguage();
  const values = Object.fromEntries(
    Object.entries(refusal.params ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('、') : String(value),
    ]),
  );
  return (
    <div role="status">
      <Note tone={refusal.law === undefined ? 'warn' : 'refusal'}>
        <p>{formatMessage(REFUSAL_TEXTS[locale][refusal.code], values)}</p>
        {refusal.law === undefined ? null : <CiteChip citation={refusal.law} refuses />}
      </Note>
    </div>
  );
}

/** Benchmark, chart, table and ties of a simulation. */
export function SimulatorResult({ simulation }: { readonly simulation: Simulation }) {
  const { t, locale } = useLanguage();
  const { outcome, formula, formulaStatus, law } = simulation;
  const reasons = REASON_TEXTS[locale];
  const known = formulaOf(formula);
  const name = known === null ? formula : nameIn(locale, known);
  return (
    <Card title={name}>
      {formulaStatus === 'checked' ? null : (
        <Note tone="warn">
          <p>{t('simulator.unverified', { source: simulation.formulaSource })}</p>
        </Note>
      )}
      <SimulatorChart outcome={outcome} />
      <dl className="facts">
        {outcome.steps
          .filter((one) => one.key !== 'benchmark')
          .map((one) => (
            <Fact key={one.key} label={STEP_TEXTS[locale][one.key]} value={one.value} />
          ))}
        <Fact label={t('simulator.benchmark')} value={outcome.benchmarkYuan ?? ''} />
      </dl>
      <div className="simulator__scroll">
        <table className="simulator__table">
          <thead>
            <tr>
              <th scope="col">{t('result.rank')}</th>
              <th scope="col">{t('result.name')}</th>
              <th scope="col" className="number">
                {t('result.price')}
              </th>
              <th scope="col" className="number">
                {t('simulator.score')}
              </th>
              <th scope="col">{t('simulator.reasons')}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.bids.map((bid) => (
              <tr key={bid.bidId}>
                <td>{bid.rank ?? '–'}</td>
                <td>{bid.bidId}</td>
                <td className="number">{bid.priceYuan}</td>
                <td className="number">{bid.score ?? '–'}</td>
                <td className="small">
                  {bid.reasons
                    .map((one) => formatMessage(reasons[one.code], one.params))
                    .join(t('simulator.join'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {outcome.ties.map((tie) => (
        <Note key={tie.join()} tone="warn">
          <p>{t('simulator.tie', { names: tie.join(t('list.comma')) })}</p>
        </Note>
      ))}
      <div className="row">
        {(law?.findings ?? []).map((finding) => (
          <CiteChip
            key={finding.ruleId}
            citation={finding}
            refuses={finding.outcome === 'violated'}
          />
        ))}
      </div>
    </Card>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
    </>
  );
}
