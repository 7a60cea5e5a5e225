import type { PoolMember } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import type { ChipKind } from '../../../shared/ui/status-words';

const KIND: Readonly<Record<PoolMember['state'], ChipKind>> = {
  applied: 'go',
  returned: 'warn',
  published: 'info',
  refused: 'bad',
  admitted: 'ok',
  suspended: 'warn',
  removed: 'bad',
  left: 'plain',
};

/** Where a membership stands, in one word. */
export function MemberChip({ state }: { readonly state: PoolMember['state'] }) {
  const t = useT();
  return <span className={`chip chip--${KIND[state]}`}>{t(`poolState.${state}`)}</span>;
}
