import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../shared/api/client';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Empty } from '../../shared/ui/empty';
import { Icon } from '../../shared/ui/icon';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { RecordList } from '../../shared/ui/record-list';
import { saveFile } from '../../shared/files/save-file';
import { myLetters } from './queries';

async function download(id: string, number: string): Promise<void> {
  const call = api.GET('/api/letters/{id}/file', { params: { path: { id } }, parseAs: 'blob' });
  const file: unknown = await bodyOf(call as Promise<{ readonly data?: unknown }>);
  if (file instanceof Blob) saveFile(`${number}.pdf`, file);
}

/** The letters a firm was sent. */
export function LettersPage() {
  const t = useT();
  const query = useQuery(myLetters);
  return (
    <>
      <PageHead title={t('letters.title')} lead={t('letters.lead')} />
      <div className="card">
        <QueryView query={query} what={t('letters.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('letters.empty')} />
            ) : (
              <RecordList
                caption={t('letters.title')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'tender',
                    title: t('letters.tender'),
                    place: 'title',
                    cell: (row) => (
                      <Link to="/tenders/$tenderId" params={{ tenderId: row.tenderId }}>
                        {row.tenderTitle}
                      </Link>
                    ),
                  },
                  {
                    key: 'kind',
                    title: t('printed.document'),
                    place: 'main',
                    cell: (row) => (
                      <>
                        {t(`letters.kind.${row.kind}`)}
                        {row.voidedAt === null ? null : <b> {t('letters.voided')}</b>}
                      </>
                    ),
                  },
                  {
                    key: 'number',
                    title: t('letters.number'),
                    cell: (row) => <span className="mono">{row.number}</span>,
                  },
                  {
                    key: 'sent',
                    title: t('letters.sentAt'),
                    cell: (row) => <span className="number">{dateTime(row.sentAt)}</span>,
                  },
                  {
                    key: 'file',
                    title: t('account.command'),
                    align: 'end',
                    cell: (row) =>
                      row.ready ? (
                        <ActButton
                          small
                          icon={<Icon name="download" />}
                          onAct={() => download(row.id, row.number)}
                        >
                          {t('letters.download')}
                        </ActButton>
                      ) : (
                        t('letters.making')
                      ),
                  },
                ]}
              />
            )
          }
        </QueryView>
      </div>
    </>
  );
}
