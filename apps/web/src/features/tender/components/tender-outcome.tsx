import type { Candidate, StageKey, TenderDetail } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Money } from '../../../shared/ui/money';
import { RecordList, type RecordColumn } from '../../../shared/ui/record-list';

/** What a stage has brought: the candidates with the publicity, the winner with the award. */
export function Outcome({
  stage,
  tender,
}: {
  readonly stage: StageKey;
  readonly tender: TenderDetail;
}) {
  if (stage === 'publicity' && tender.candidates.length > 0) {
    return <Candidates candidates={tender.candidates} />;
  }
  return stage === 'award' ? <AwardBox tender={tender} /> : null;
}

function Candidates({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const t = useT();
  const columns: readonly RecordColumn<Candidate>[] = [
    {
      key: 'rank',
      title: t('tender.candidates'),
      cell: (row) => t('tender.rank', { rank: row.rank }),
    },
    { key: 'name', title: t('tender.bidder'), cell: (row) => row.name, place: 'title' },
    {
      key: 'price',
      title: t('tender.price'),
      align: 'end',
      place: 'main',
      cell: (row) => <Money fen={row.priceFen} capitals />,
    },
  ];
  const reasoned = candidates.some((candidate) => candidate.reason !== undefined);
  const reason = {
    key: 'reason',
    title: t('tender.reason'),
    cell: (row: Candidate) => row.reason ?? t('common.none'),
  };
  return (
    <div className="process__box">
      <RecordList
        caption={t('tender.candidates')}
        columns={reasoned ? [...columns, reason] : columns}
        rows={candidates}
        rowKey={(row) => String(row.rank)}
      />
    </div>
  );
}

function AwardBox({ tender: { award } }: { readonly tender: TenderDetail }) {
  const t = useT();
  if (award === undefined) return null;
  return (
    <div className="process__box process__award">
      <p>
        <b>{t('tender.award', { name: award.name })}</b>
      </p>
      <Money fen={award.priceFen} capitals size="l" />
      <p className="tiny muted number">{dateTime(award.at)}</p>
    </div>
  );
}
