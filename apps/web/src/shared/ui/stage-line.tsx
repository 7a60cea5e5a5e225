import type { ReactNode } from 'react';
import { Icon } from './icon';
import './stage-line.css';

/** One stage: its word, its date or earliest lawful date, and where it stands. */
export interface StageMark {
  readonly key: string;
  readonly label: string;
  readonly detail: ReactNode;
  readonly state: 'done' | 'now' | 'later' | 'failed';
}

/** The life of a thing as one line. After a failure nothing follows. Vertical on phones. */
export function StageLine({
  stages,
  label,
}: {
  readonly stages: readonly StageMark[];
  readonly label: string;
}) {
  const failed = stages.findIndex((stage) => stage.state === 'failed');
  const shown = failed === -1 ? stages : stages.slice(0, failed + 1);
  return (
    <ol className="stage-line" aria-label={label}>
      {shown.map((stage) => (
        <li
          key={stage.key}
          className={`stage-line__stage stage-line__stage--${stage.state}`}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          <i className="stage-line__mark">
            {stage.state === 'done' ? <Icon name="check" /> : null}
            {stage.state === 'failed' ? <Icon name="close" /> : null}
          </i>
          <b>{stage.label}</b>
          <span className="number">{stage.detail}</span>
        </li>
      ))}
    </ol>
  );
}
