import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n-context';
import { Icon, type IconName } from './icon';
import './work-steps.css';

/** One step of long work: sealing, verifying, making a PDF. */
export interface WorkStep {
  readonly label: string;
  readonly state: 'done' | 'now' | 'later' | 'failed';
  readonly detail?: ReactNode;
}

const ICONS: Readonly<Record<WorkStep['state'], IconName>> = {
  done: 'check',
  now: 'clock',
  later: 'dash',
  failed: 'close',
};

/** Long work as a list with the current step marked; readers hear each step as it begins. */
export function WorkSteps({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly WorkStep[];
}) {
  const t = useT();
  const current = steps.find((step) => step.state === 'now');
  return (
    <>
      <ol className="work-steps" aria-label={label}>
        {steps.map((step) => (
          <li
            key={step.label}
            className={`work-steps__step work-steps__step--${step.state}`}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <Icon name={ICONS[step.state]} />
            <span className="grow">
              {step.label}
              <span className="reader-only">{t(`step.${step.state}`)}</span>
              {step.detail === undefined ? null : (
                <span className="work-steps__detail">{step.detail}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="reader-only" aria-live="polite">
        {current?.label}
      </p>
    </>
  );
}
