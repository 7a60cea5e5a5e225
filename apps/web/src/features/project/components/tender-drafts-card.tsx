import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { RecordList } from '../../../shared/ui/record-list';
import { drafts } from '../queries';

/** Tenders that are being written, as far as the centre may know: which parts are complete, nothing of what is in them. */
export function TenderDraftsCard() {
  const t = useT();
  const { data } = useQuery(drafts);
  if (data === undefined || data.length === 0) return null;
  return (
    <Card flush title={t('drafts.title')}>
      <p className="small muted card__body">{t('drafts.lead')}</p>
      <RecordList
        caption={t('drafts.title')}
        rows={data}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'code',
            title: t('project.code'),
            place: 'title',
            cell: (row) => (
              <Link to="/work/projects/$projectId" params={{ projectId: row.projectId }}>
                {row.code}
              </Link>
            ),
          },
          { key: 'tenderer', title: t('drafts.tenderer'), cell: (row) => row.tendererName },
          { key: 'since', title: t('drafts.since'), cell: (row) => dateTime(row.createdAt) },
          {
            key: 'missing',
            title: t('drafts.missing'),
            cell: (row) =>
              row.parts
                .filter((one) => !one.isComplete)
                .map((one) => t(`draftPart.${one.part}`))
                .join(t('list.comma')) || t('drafts.complete'),
          },
        ]}
      />
    </Card>
  );
}
