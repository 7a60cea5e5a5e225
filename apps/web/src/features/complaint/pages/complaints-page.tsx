import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Complaint } from '../../../shared/api/wire';
import { lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { complaints } from '../queries';
import { wordKeys } from '../words';

/** The complaints this reader may see: a firm its own, a tenderer those served on it, the authority all. */
export function ComplaintsPage() {
  const t = useT();
  const query = useQuery(complaints);
  return (
    <>
      <PageHead title={t('complaint.title')} lead={t('complaint.lead')} />
      <div className="card">
        <QueryView query={query} what={t('complaint.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('complaint.none')} next={t('complaint.noneNext')} />
            ) : (
              <List rows={rows} />
            )
          }
        </QueryView>
      </div>
    </>
  );
}

function List({ rows }: { readonly rows: readonly Complaint[] }) {
  const t = useT();
  return (
    <RecordList
      caption={t('complaint.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'tender',
          title: t('complaint.tender'),
          place: 'title',
          cell: (row) => (
            <Link to="/work/complaints/$complaintId" params={{ complaintId: row.id }}>
              {row.code} {row.tenderTitle}
            </Link>
          ),
        },
        { key: 'firm', title: t('complaint.firm'), cell: (row) => row.enterpriseName },
        {
          key: 'subject',
          title: t('complaint.subject'),
          cell: (row) => t(wordKeys.subject(row.subject)),
        },
        {
          key: 'next',
          title: t('complaint.next'),
          place: 'main',
          cell: (row) => <Next clocks={row.clocks} />,
        },
        {
          key: 'state',
          title: t('complaint.stateTitle'),
          place: 'chips',
          cell: (row) => <b>{t(wordKeys.state(row.state))}</b>,
        },
      ]}
    />
  );
}

/** The clock that ends first. */
function Next({ clocks }: Pick<Complaint, 'clocks'>) {
  const t = useT();
  const [first] = [...clocks].sort((one, other) =>
    (one.until ?? '9').localeCompare(other.until ?? '9'),
  );
  if (first === undefined) return null;
  return (
    <span className="number">
      {t(wordKeys.clock(first.clock))}{' '}
      {first.until === null ? '' : t('complaint.clockUntil', { at: lastMoment(first.until) })}
    </span>
  );
}
