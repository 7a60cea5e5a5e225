import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { ErrorNote } from '../../../shared/ui/error-note';
import { LinkButton } from '../../../shared/ui/link-button';
import { LoadingNote } from '../../../shared/ui/loading-note';
import { useListKeys } from '../../../shared/ui/use-list-keys';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { TenderFilters } from '../components/tender-filters';
import { TenderRows } from '../components/tender-rows';
import { tenderPages } from '../queries';
import { isFiltered, type TenderSearch } from '../tender-search';
import './tender-list-page.css';

const route = getRouteApi('/public/tenders');

/** All notices, filtered by what stands in the address. */
export function TenderListPage() {
  const t = useT();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLDivElement>(null);
  usePageTitle(t('tenders.title'));
  useListKeys(list, '#tender-words');
  return (
    <div className="page tender-list">
      <h1>{t('tenders.title')}</h1>
      <TenderFilters
        key={JSON.stringify(search)}
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <div ref={list}>
        <Results search={search} />
      </div>
      <p className="tiny muted no-print tender-list__keys">{t('tenders.keys')}</p>
    </div>
  );
}

function Results({ search }: { readonly search: TenderSearch }) {
  const t = useT();
  const pages = useInfiniteQuery(tenderPages(search));
  if (pages.isPending) {
    return (
      <div className="card card__body">
        <LoadingNote what={t('tenders.what')} onRetry={() => void pages.refetch()} />
      </div>
    );
  }
  if (pages.isError) {
    return <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <div className="card">
        <Empty
          fact={t('tenders.empty')}
          {...(isFiltered(search)
            ? {
                next: t('tenders.emptyNext'),
                action: (
                  <LinkButton to="/tenders" search={{}}>
                    {t('tenders.clear')}
                  </LinkButton>
                ),
              }
            : {})}
        />
      </div>
    );
  }
  return (
    <section className="card" aria-label={t('tenders.title')}>
      <TenderRows items={items} />
      <footer className="row row--between tender-list__foot">
        <span className="small muted" role="status">
          {pages.hasNextPage
            ? t('tenders.shown', { count: items.length })
            : t('tenders.end', { count: items.length })}
        </span>
        {pages.hasNextPage ? (
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('tenders.more')}
          </Button>
        ) : null}
      </footer>
    </section>
  );
}
