import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { InboxMessage } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useLanguage, useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Empty } from '../../shared/ui/empty';
import { MoreRows } from '../../shared/ui/more-rows';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { inbox } from './queries';
import './inbox.css';

/** What the platform told this person, newest first. */
export function InboxPage() {
  const t = useT();
  const refresh = useRefresh();
  const query = useInfiniteQuery(inbox);
  const rows = query.data?.pages.flat() ?? [];
  return (
    <>
      <PageHead title={t('inbox.title')} lead={t('inbox.lead')}>
        {rows.some((row) => row.readAt === null) ? (
          <ActButton
            onAct={async () => {
              await api.POST('/api/inbox/read');
              await refresh();
            }}
          >
            {t('inbox.readAll')}
          </ActButton>
        ) : null}
      </PageHead>
      <div className="card">
        <QueryView query={query} what={t('inbox.what')}>
          {() =>
            rows.length === 0 ? (
              <Empty fact={t('inbox.empty')} next={t('inbox.emptyNext')} />
            ) : (
              <ul>
                {rows.map((row) => (
                  <Message key={row.id} message={row} />
                ))}
              </ul>
            )
          }
        </QueryView>
        <MoreRows query={query} />
      </div>
    </>
  );
}

function Message({ message }: { readonly message: InboxMessage }) {
  const t = useT();
  const { locale } = useLanguage();
  const router = useRouter();
  const refresh = useRefresh();
  const words = locale === 'en' ? message.en : message.zh;
  const fresh = message.readAt === null;
  const open = async () => {
    if (fresh) {
      await api.POST('/api/inbox/{id}/read', { params: { path: { id: message.id } } });
      await refresh();
    }
    router.history.push(message.link);
  };
  return (
    <li className={fresh ? 'inbox__message inbox__message--fresh' : 'inbox__message'}>
      <button type="button" className="inbox__open" onClick={() => void open()}>
        <span className="inbox__title">
          {fresh ? <span className="inbox__dot" role="img" aria-label={t('inbox.fresh')} /> : null}
          {words.title}
        </span>
        <span className="inbox__text">{words.text}</span>
        <span className="small muted number">{dateTime(message.at)}</span>
      </button>
    </li>
  );
}
