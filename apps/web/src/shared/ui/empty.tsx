import type { ReactNode } from 'react';
import { SunArc } from './sun-arc';
import './empty.css';

/** Nothing here: one line of fact, one line of what comes next, at most one button. */
export function Empty({
  fact,
  next,
  action,
}: {
  readonly fact: string;
  readonly next?: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <SunArc progress={null} width={150} />
      <p className="empty__fact">{fact}</p>
      {next === undefined ? null : <p className="small muted">{next}</p>}
      {action === undefined ? null : <div className="empty__action">{action}</div>}
    </div>
  );
}
