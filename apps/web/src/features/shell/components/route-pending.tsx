import { useT } from '../../../shared/i18n/i18n-context';
import { PageSkeleton } from '../../../shared/ui/loading-note';

/** While the code of a page is on its way. */
export function RoutePending() {
  const t = useT();
  return <PageSkeleton what={t('shell.mainNavigation')} />;
}
