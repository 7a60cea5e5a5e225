import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Bid, TenderDetail } from '../../../shared/api/wire';
import { millis } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { countdownParts } from '../../../shared/ui/countdown-parts';
import { Icon } from '../../../shared/ui/icon';
import { Receipt } from '../../../shared/ui/receipt';
import { saveFile } from '../../../shared/files/save-file';
import { bidWithReceipt } from '../queries';
import { witnessesOf } from '../witnesses';

/** 已递交: the receipt, completed by the witnesses' cosignatures as soon as they are there. */
export function BidReceipt({ bid, tender }: { readonly bid: Bid; readonly tender: TenderDetail }) {
  const t = useT();
  const { data = bid } = useQuery(bidWithReceipt(bid.id));
  const { arrivedAt, receipt, bidHash, logReceipt } = data;
  if (arrivedAt === null || receipt === null || bidHash === null) return null;
  const early = tender.deadline === null ? 0 : millis(tender.deadline) - millis(arrivedAt);
  const left = countdownParts(Math.max(0, early))
    .map(({ value, unit }) => `${value} ${t(`unit.${unit}`)}`)
    .join(' ');
  const witnesses = witnessesOf(logReceipt);
  return (
    <Receipt
      title={t('bid.submitted')}
      at={arrivedAt}
      margin={t('bid.early', { left })}
      number={receipt}
      digest={bidHash}
      url={`${window.location.origin}/tenders/${tender.id}`}
      lines={[
        {
          label: t('bid.receiptWitness'),
          value:
            logReceipt === null
              ? t('bid.receiptWaiting')
              : t('bid.receiptWitnesses', { count: witnesses }),
        },
        { label: t('bid.receiptOpen'), value: t('bid.receiptSealed') },
      ]}
      actions={
        <>
          <Button
            icon={<Icon name="download" />}
            onClick={() => saveFile(`${receipt}.receipt.json`, JSON.stringify(data, null, 2))}
          >
            {t('bid.receiptSave')}
          </Button>
          <Button icon={<Icon name="print" />} onClick={() => window.print()}>
            {t('form.print')}
          </Button>
        </>
      }
    />
  );
}
