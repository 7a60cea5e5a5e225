import { PublicFrame } from '../layouts/public-layout';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { usePageTitle } from '../../../shared/ui/use-page-title';

/** No such page, and where to go instead. */
export function NotFoundPage() {
  const t = useT();
  usePageTitle(t('notFound.title'));
  return (
    <PublicFrame>
      <div className="centred">
        <h1 className="reader-only">{t('notFound.title')}</h1>
        <Empty
          fact={t('notFound.title')}
          next={t('notFound.text')}
          action={<LinkButton to="/">{t('notFound.home')}</LinkButton>}
        />
      </div>
    </PublicFrame>
  );
}
