import type { ExpertStep } from '../../../shared/api/wire';
import { dateTime, isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';

/** What happened to an expert, the oldest first. */
export function StepList({ steps }: { readonly steps: readonly ExpertStep[] }) {
  const t = useT();
  return (
    <ol className="stack small">
      {steps.map((step) => (
        <li key={step.id}>
          <span className="number">{dateTime(step.at)}</span> {t(`expertStep.${step.step}`)}
          <StepFacts step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepFacts({ step }: { readonly step: ExpertStep }) {
  const t = useT();
  const { from, until, by, number, text } = step;
  return (
    <span className="muted">
      {from === null ? null : ` · ${t('expert.from', { at: isoDate(from) })}`}
      {until === null ? null : ` · ${t('expert.until', { at: lastMoment(until) })}`}
      {by === '' ? null : ` · ${by}`}
      {number === null ? null : ` · ${number}`}
      {text === '' || step.step === 'applied' ? null : ` · ${text}`}
    </span>
  );
}
