import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip } from '../../../shared/ui/status-chip';
import { panels } from '../queries';

/** The operator's list of panels. */
export function PanelsPage() {
  const t = useT();
  const query = useQuery(panels);
  return (
    <>
      <PageHead title={t('panels.title')} lead={t('panels.lead')} />
      <div className="card">
        <QueryView query={query} what={t('panels.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('panels.empty')} />
            ) : (
              <RecordList
                caption={t('panels.title')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    title: t('bid.project'),
                    place: 'title',
                    cell: (row) => (
                      <Link to="/work/panels/$panelId" params={{ panelId: row.id }}>
                        {row.tenderTitle}
                      </Link>
                    ),
                  },
                  {
                    key: 'state',
                    title: t('bid.state'),
                    place: 'chips',
                    cell: (row) => <FactChip>{t(`panelState.${row.state}`)}</FactChip>,
                  },
                  {
                    key: 'meeting',
                    title: t('panels.meeting'),
                    place: 'main',
                    align: 'end',
                    cell: (row) => <span className="number">{dateTime(row.meetingAt)}</span>,
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
