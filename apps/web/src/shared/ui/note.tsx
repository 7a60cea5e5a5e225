import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './note.css';

export type NoteTone = 'info' | 'warn' | 'bad' | 'ok' | 'refusal';

const ICONS: Readonly<Record<NoteTone, IconName>> = {
  info: 'info',
  warn: 'clock',
  bad: 'alert',
  ok: 'check',
  refusal: 'close',
};

/** Something the reader must know, in the page and not in a toast that vanishes. */
export function Note({
  tone = 'info',
  children,
}: {
  readonly tone?: NoteTone;
  readonly children: ReactNode;
}) {
  return (
    <div className={`note note--${tone}`}>
      <Icon name={ICONS[tone]} />
      <div className="grow">{children}</div>
    </div>
  );
}
