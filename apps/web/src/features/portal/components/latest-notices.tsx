import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { ErrorNote } from '../../../shared/ui/error-note';
import { LoadingNote } from '../../../shared/ui/loading-note';
import { TENDER_STATUS } from '../../../shared/ui/status-words';
import { TenderRows } from '../../tender/components/tender-rows';
import { latestTenders } from '../../tender/queries';
import './latest-notices.css';

const TABS = [null, 'published', 'opening', 'publicity', 'awarded'] as const;
type Tab = (typeof TABS)[number];
const SHOWN = 8;

/** The newest notices, by where they stand. */
export function LatestNotices() {
  const t = useT();
  const [tab, setTab] = useState<Tab>(null);
  const word = (one: Tab) => (one === null ? t('home.latest') : t(`status.${TENDER_STATUS[one]}`));
  return (
    <section className="card" aria-label={t('home.latest')}>
      <div className="latest__tabs" role="tablist" aria-label={t('tenders.state')}>
        {TABS.map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            role="tab"
            aria-selected={one === tab}
            aria-controls="latest-notices"
            onClick={() => setTab(one)}
          >
            {word(one)}
          </button>
        ))}
      </div>
      <div id="latest-notices" role="tabpanel" aria-label={word(tab)}>
        <Latest tab={tab} />
      </div>
      <footer className="latest__foot small">
        <Link to="/tenders" search={tab === null ? {} : { state: tab }}>
          {t('home.all')}
        </Link>
      </footer>
    </section>
  );
}

function Latest({ tab }: { readonly tab: Tab }) {
  const t = useT();
  const tenders = useQuery(latestTenders(tab === null ? {} : { state: tab }));
  if (tenders.isError) {
    return (
      <div className="card__body">
        <ErrorNote error={tenders.error} onRetry={() => void tenders.refetch()} />
      </div>
    );
  }
  if (tenders.isPending) {
    return (
      <div className="card__body">
        <LoadingNote what={t('tenders.what')} onRetry={() => void tenders.refetch()} />
      </div>
    );
  }
  const items = tenders.data.items.slice(0, SHOWN);
  return items.length === 0 ? <Empty fact={t('tenders.empty')} /> : <TenderRows items={items} />;
}
