import type { HallPhase } from '@core/opening';
import { useT } from '../../../shared/i18n/i18n-context';
import { StageLine, type StageMark } from '../../../shared/ui/stage-line';

const PHASES = ['unsealing', 'reading', 'objections', 'signing', 'closed'] as const;

/** Where the ceremony is. */
export function HallPhases({ phase }: { readonly phase: HallPhase }) {
  const t = useT();
  const at = phase === 'failed' ? 0 : PHASES.indexOf(phase);
  const stages = PHASES.map((key, index): StageMark => ({
    key,
    label: t(`hallPhase.${phase === 'failed' && index === 0 ? 'failed' : key}`),
    detail: null,
    state: stateOf(phase, index, at),
  }));
  return <StageLine stages={stages} label={t('hall.phases')} />;
}

function stateOf(phase: HallPhase, index: number, at: number): StageMark['state'] {
  if (phase === 'failed') return index === 0 ? 'failed' : 'later';
  if (phase === 'closed' || index < at) return 'done';
  return index === at ? 'now' : 'later';
}
