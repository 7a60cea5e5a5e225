import type { TenderDetail } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Countdown } from '../../../shared/ui/countdown';
import { Note } from '../../../shared/ui/note';

/** How long bids are still taken; while the tender stands still nothing runs, and that is said instead. */
export function DeadlineLeft({
  tender: { publishedAt, deadline, suspendedAt, state },
  size = 'large',
}: {
  readonly tender: TenderDetail;
  readonly size?: 'large' | 'small';
}) {
  const t = useT();
  if (publishedAt === null || deadline === null) return null;
  if (state === 'published' && suspendedAt !== null) {
    return <Note tone="warn">{t('objection.standsStill', { at: dateTime(suspendedAt) })}</Note>;
  }
  return (
    <Countdown
      size={size}
      from={publishedAt}
      to={deadline}
      label={t('tender.deadline')}
      atZero={t('tender.atZero')}
    />
  );
}
