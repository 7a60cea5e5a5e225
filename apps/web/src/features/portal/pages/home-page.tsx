import { useT } from '../../../shared/i18n/i18n-context';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { LatestNotices } from '../components/latest-notices';
import { Errands } from '../components/errands';
import { SearchBar } from '../components/search-bar';
import { TodaySection } from '../components/today-section';
import './home-page.css';

/** The public front page: search, today, what is new, and where to go. */
export function HomePage() {
  const t = useT();
  usePageTitle(t('home.title'));
  return (
    <>
      <div className="home-hero">
        <div className="page">
          <SearchBar />
          <TodaySection />
        </div>
      </div>
      <div className="page home-columns">
        <LatestNotices />
        <Errands />
      </div>
    </>
  );
}
