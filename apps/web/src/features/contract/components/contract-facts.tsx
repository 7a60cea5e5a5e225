import type { Contract } from '../../../shared/api/wire';
import { dateTime, isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Money } from '../../../shared/ui/money';
import { Note } from '../../../shared/ui/note';
import { RecordList } from '../../../shared/ui/record-list';

/** What a contract says, beside what was offered: that both are the same is for everybody to see. */
export function TermsTable({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const { terms, offer, now } = contract;
  const none = t('contract.notOffered');
  const days = (count: number | null) => (count === null ? none : t('contract.days', { count }));
  const rows = [
    {
      part: t('contract.price'),
      offered: <Money fen={offer.priceFen} />,
      written: <Money fen={terms.priceFen} />,
      today: <Money fen={now.priceFen} />,
    },
    {
      part: t('contract.durationDays'),
      offered: days(offer.durationDays),
      written: days(terms.durationDays),
      today: days(now.durationDays),
    },
    {
      part: t('contract.quality'),
      offered: offer.quality ?? none,
      written: terms.quality,
      today: terms.quality,
    },
    {
      part: t('contract.manager'),
      offered: offer.manager ?? none,
      written: terms.manager,
      today: now.manager,
    },
  ];
  // Before both have signed nothing can have changed: what is written is all there is.
  const isConcluded = contract.concludedAt !== null;
  return (
    <RecordList
      caption={t('contract.compare')}
      rows={rows}
      rowKey={(row) => row.part}
      columns={[
        { key: 'part', title: t('contract.part'), place: 'title', cell: (row) => row.part },
        { key: 'offered', title: t('contract.offered'), cell: (row) => row.offered },
        {
          key: 'written',
          title: t('contract.written'),
          ...(isConcluded ? {} : { place: 'main' as const }),
          cell: (row) => row.written,
        },
        ...(isConcluded
          ? [
              {
                key: 'today',
                title: t('contract.now'),
                place: 'main' as const,
                cell: (row: (typeof rows)[number]) => row.today,
              },
            ]
          : []),
      ]}
    />
  );
}

/** The rest of what it says, and what is signed. */
export function ContractFacts({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const { terms, lateReason, fingerprint, filedAt, filedWith } = contract;
  return (
    <>
      <dl className="facts">
        <dt>{t('contract.tenderer')}</dt>
        <dd>{contract.tendererName}</dd>
        <dt>{t('contract.winner')}</dt>
        <dd>
          {contract.winnerName}
          {contract.members.length === 0
            ? null
            : ` ${t('contract.members', { names: contract.members.join(t('list.comma')) })}`}
        </dd>
        <dt>{t('contract.performanceBond')}</dt>
        <dd>
          <Money fen={terms.performanceBondFen} />
        </dd>
        <dt>{t('contract.changeLimit')}</dt>
        <dd>
          {terms.changeLimit === null
            ? t('contract.byLaw')
            : t('contract.percent', { percent: terms.changeLimit })}
        </dd>
        <dt>{t('contract.payment')}</dt>
        <dd>{terms.payment}</dd>
        {terms.other === '' ? null : (
          <>
            <dt>{t('contract.other')}</dt>
            <dd>{terms.other}</dd>
          </>
        )}
        {filedAt === null ? null : (
          <>
            <dt>{t('contract.filed')}</dt>
            <dd>
              {filedWith} <span className="number">{isoDate(filedAt)}</span>
            </dd>
          </>
        )}
        <dt>{t('contract.signed')}</dt>
        <dd>
          <Fingerprint digest={fingerprint} />
        </dd>
      </dl>
      {lateReason === null ? null : (
        <Note tone="warn">{t('contract.lateBecause', { reason: lateReason })}</Note>
      )}
    </>
  );
}

/** What the law asks for around the contract, each with its last moment. */
export function Duties({ contract }: { readonly contract: Contract }) {
  const t = useT();
  return contract.duties.map(({ duty, until, doneAt, citation }) => (
    <div key={duty}>
      <b>{t(`contractDuty.${duty}`)}</b>
      <dl className="facts">
        <dt>{t('contract.until')}</dt>
        <dd className="number">
          {until === null ? t('contract.untilUnknown') : lastMoment(until)}
        </dd>
        <dt>{t('contract.done')}</dt>
        <dd className="number">{doneAt === null ? t('contract.notYet') : dateTime(doneAt)}</dd>
        <dt>{t('contract.law')}</dt>
        <dd>{citation}</dd>
      </dl>
    </div>
  ));
}
