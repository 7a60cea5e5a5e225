import { simulate } from '@core/evaluation';
import { legalDate, SHIPPED_RULE_SETS } from '@core/rules';
import { useMemo, useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Note } from '../../../shared/ui/note';
import { PageHead } from '../../../shared/ui/page-head';
import { SimulatorForm } from './simulator-form';
import { SimulatorRefusal, SimulatorResult } from './simulator-result';
import { caseOf, readBids, type Typed } from './typed-case';
import './simulator.css';

const START: Typed = {
  method: 'price-score-E',
  regime: 'C',
  ceiling: '1,000,000',
  prices: ['900,000', '880,000', '910,000', '860,000', '930,000'].join('\n'),
  values: {},
  sample: [],
};

/** Tries a method on made-up prices before it goes into the documents. Everything is computed in this browser. */
export function SimulatorPage() {
  const t = useT();
  const [typed, setTyped] = useState(START);
  const { now } = useServerClock();
  const [opened] = useState(() => Date.now());
  const today = legalDate(now ?? opened);
  const { wrong } = readBids(typed.prices);
  const answer = useMemo(() => simulate(caseOf(typed), SHIPPED_RULE_SETS, today), [typed, today]);
  return (
    <div className="stack">
      <PageHead title={t('simulator.title')} lead={t('simulator.lead')} />
      <div className="simulator">
        <SimulatorForm typed={typed} onChange={setTyped} />
        <div className="stack">
          {wrong.length === 0 ? null : (
            <Note tone="warn">
              <p>{t('simulator.wrongLines', { lines: wrong.join(t('list.comma')) })}</p>
            </Note>
          )}
          {answer.ok ? (
            <SimulatorResult simulation={answer.value} />
          ) : (
            <SimulatorRefusal refusal={answer.refusal} />
          )}
        </div>
      </div>
    </div>
  );
}
