import type { ExpertApplication, PoolExpert } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import type { ChipKind } from '../../../shared/ui/status-words';

const APPLICATION: Readonly<Record<ExpertApplication['state'], ChipKind>> = {
  draft: 'plain',
  applied: 'go',
  returned: 'warn',
  published: 'info',
  refused: 'bad',
  appointed: 'ok',
  withdrawn: 'plain',
};

const STANDING: Readonly<Record<PoolExpert['standing'], ChipKind>> = {
  appointed: 'ok',
  not_yet: 'info',
  paused: 'warn',
  banned: 'bad',
  review_failed: 'warn',
  expired: 'plain',
  over_age: 'plain',
  removed: 'bad',
};

/** Where an application stands, in one word. */
export function ApplicationChip({ state }: { readonly state: ExpertApplication['state'] }) {
  const t = useT();
  return (
    <span className={`chip chip--${APPLICATION[state]}`}>{t(`expertApplication.${state}`)}</span>
  );
}

/** Where an expert stands, in one word. */
export function StandingChip({ standing }: { readonly standing: PoolExpert['standing'] }) {
  const t = useT();
  return (
    <span className={`chip chip--${STANDING[standing]}`}>{t(`expertStanding.${standing}`)}</span>
  );
}
