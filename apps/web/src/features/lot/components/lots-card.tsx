import type { TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Money } from '../../../shared/ui/money';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip } from '../../../shared/ui/status-chip';
import { isDivided, lotName } from '../lots';

/** The lots of a tender and what holds for them; nothing where it has one and admits no consortia. */
export function LotsCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const { lots, consortia, winLimit } = tender;
  if (!isDivided(tender) && !consortia) return null;
  return (
    <Card
      flush
      title={t('lot.title')}
      aside={
        <span className="row small muted">
          <span>{t(consortia ? 'lot.consortia' : 'lot.noConsortia')}</span>
          {winLimit === null ? null : <span>{t('lot.winLimit', { count: winLimit })}</span>}
        </span>
      }
    >
      <RecordList
        caption={t('lot.title')}
        rows={lots}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'name',
            title: t('lot.title'),
            place: 'title',
            cell: (lot) => (isDivided(tender) ? lotName(t, lot) : lot.title),
          },
          {
            key: 'state',
            title: t('signUp.state'),
            place: 'chips',
            cell: ({ state }) => <FactChip>{t(`lot.state.${state}`)}</FactChip>,
          },
          {
            key: 'wanted',
            title: t('lot.wanted'),
            cell: ({ qualification }) =>
              qualification === null
                ? t('common.none')
                : t('lot.wantedOf', {
                    type: qualification.type,
                    grade: qualification.grade ?? '',
                  }),
          },
          {
            key: 'bond',
            title: t('lot.bond'),
            align: 'end',
            cell: ({ bidBondFen }) => <Money fen={bidBondFen} />,
          },
          {
            key: 'ceiling',
            title: t('tender.ceiling'),
            place: 'main',
            align: 'end',
            cell: ({ ceilingFen }) =>
              ceilingFen === null ? t('common.none') : <Money fen={ceilingFen} />,
          },
        ]}
      />
    </Card>
  );
}
