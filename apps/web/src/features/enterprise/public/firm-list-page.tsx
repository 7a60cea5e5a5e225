import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { EnterpriseCard } from '../../../shared/api/wire';
import { isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Icon } from '../../../shared/ui/icon';
import { LoadingNote } from '../../../shared/ui/loading-note';
import { RecordList } from '../../../shared/ui/record-list';
import { useListKeys } from '../../../shared/ui/use-list-keys';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { enterprisePages } from '../queries';
import { StateChip } from '../state-chip';
import '../enterprise.css';

const route = getRouteApi('/public/enterprises');

/** Every firm of the register, by name or credit code. */
export function FirmListPage() {
  const t = useT();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(q);
  usePageTitle(t('firms.title'));
  useListKeys(list, '#firm-words');
  return (
    <div className="page stack firm-page">
      <h1>{t('firms.title')}</h1>
      <p className="muted measure">{t('firms.lead')}</p>
      <form
        className="card card__body row firm-search"
        role="search"
        aria-label={t('firms.title')}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = words.trim();
          void navigate({ search: typed === '' ? {} : { q: typed }, replace: true });
        }}
      >
        <label htmlFor="firm-words">{t('firms.words')}</label>
        <Input
          id="firm-words"
          className="grow"
          type="search"
          value={words}
          maxLength={60}
          prefix={<Icon name="search" />}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button htmlType="submit">{t('firms.search')}</Button>
      </form>
      <div ref={list}>
        <Results q={q} />
      </div>
    </div>
  );
}

function Results({ q }: { readonly q: string }) {
  const t = useT();
  const pages = useInfiniteQuery(enterprisePages(q));
  const retry = () => void pages.refetch();
  if (pages.isPending) return <LoadingNote what={t('firms.title')} onRetry={retry} />;
  if (pages.isError) return <ErrorNote error={pages.error} onRetry={retry} />;
  const rows = pages.data.pages.flatMap((page) => page.items);
  return (
    <section className="card" aria-label={t('firms.title')}>
      {rows.length === 0 ? <Empty fact={t('firms.empty')} /> : <Firms rows={rows} />}
      {pages.hasNextPage ? (
        <div className="card__body">
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('tenders.more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Firms({ rows }: { readonly rows: readonly EnterpriseCard[] }) {
  const t = useT();
  return (
    <RecordList
      caption={t('firms.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          title: t('register.name'),
          place: 'title',
          cell: (row) => (
            <Link
              to="/enterprises/$creditCode"
              params={{ creditCode: row.creditCode }}
              data-row-link
            >
              {row.name}
            </Link>
          ),
        },
        {
          key: 'state',
          title: t('signUp.state'),
          place: 'chips',
          cell: (row) => <StateChip state={row.state} />,
        },
        {
          key: 'code',
          title: t('register.creditCode'),
          cell: (row) => <span className="mono">{row.creditCode}</span>,
        },
        {
          key: 'number',
          title: t('enterprise.memberNumber'),
          cell: (row) => <span className="mono">{row.memberNumber ?? t('common.none')}</span>,
        },
        {
          key: 'since',
          title: t('firms.verifiedAt'),
          cell: (row) => (
            <span className="number">
              {row.verifiedAt === null ? t('common.none') : isoDate(row.verifiedAt)}
            </span>
          ),
        },
      ]}
    />
  );
}
