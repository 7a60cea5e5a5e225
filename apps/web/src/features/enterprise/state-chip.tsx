import type { Enterprise } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';

const CHIP: Readonly<Record<Enterprise['state'], string>> = {
  draft: 'chip--line',
  submitted: 'chip--info',
  returned: 'chip--warn',
  verified: 'chip--ok',
  suspended: 'chip--bad',
  expired: 'chip--warn',
  removed: 'chip--bad',
};

/** The state of a record in one word. */
export function StateChip({ state }: { readonly state: Enterprise['state'] }) {
  const t = useT();
  return <span className={`chip ${CHIP[state]}`}>{t(`enterpriseState.${state}`)}</span>;
}
