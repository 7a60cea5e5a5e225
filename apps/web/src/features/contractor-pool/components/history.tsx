import type { PoolStep } from '../../../shared/api/wire';
import { dateTime, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';

/** What happened to a membership, the oldest first. */
export function History({ steps }: { readonly steps: readonly PoolStep[] }) {
  const t = useT();
  return (
    <ol className="stack small">
      {steps.map((step) => (
        <li key={`${step.at}/${step.step}`}>
          <span className="number">{dateTime(step.at)}</span> {t(`poolStep.${step.step}`)}
          {step.ground === null ? null : `（${t(`poolGround.${step.ground}`)}）`}
          {step.until === null ? null : ` · ${t('pool.until', { at: lastMoment(step.until) })}`}
          {step.text === '' ? null : <span className="muted"> · {step.text}</span>}
          {step.number === null ? null : (
            <span className="muted">
              {' '}
              · {step.authority} {step.number}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
