import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n-context';
import { Icon, type IconName } from './icon';
import { STATUS, type ChipKind, type StatusWord } from './status-words';
import './status-chip.css';

/** A state in one word. It is never clickable. */
export function StatusChip({ status }: { readonly status: StatusWord }) {
  const t = useT();
  const look: { readonly kind: ChipKind; readonly icon?: IconName } = STATUS[status];
  return (
    <span className={`chip chip--${look.kind}`}>
      {look.icon ? <Icon name={look.icon} /> : null}
      {t(`status.${status}`)}
    </span>
  );
}

/** A fact about the thing (its category, its regime), drawn as a plain outline. */
export function FactChip({ children }: { readonly children: ReactNode }) {
  return <span className="chip chip--line">{children}</span>;
}
