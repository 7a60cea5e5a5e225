import { takesSealedBids } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { Bid, TenderDetail } from '../../../shared/api/wire';
import { millis } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { Note } from '../../../shared/ui/note';
import { QueryView } from '../../../shared/ui/query-view';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { OwnSecurityCard } from '../../bid-security/own-security-card';
import { UnseenGate } from '../../clarification/unseen-gate';
import { NeedsCrypto } from '../../shell/components/needs-crypto';
import { isDivided, lotName, ofLot } from '../../lot/lots';
import { DeadlineLeft } from '../../tender/components/deadline-left';
import { tender as tenderQuery } from '../../tender/queries';
import { BidReceipt } from '../components/bid-receipt';
import { SubmitCard } from '../components/submit-card';
import { WithdrawBid } from '../components/withdraw-bid';
import { LATE } from '../law';
import { myBids } from '../queries';
import '../bid.css';

const route = getRouteApi('/work/bids/$tenderId');

/** One tender's bid: not submitted, uploading, or submitted with its receipt. */
export function BidPage() {
  const t = useT();
  const { tenderId } = route.useParams();
  const tender = useQuery(tenderQuery(tenderId));
  const bids = useQuery(myBids(tenderId));
  usePageTitle(t('bid.title'));
  return (
    <QueryView query={tender} what={t('tender.what')}>
      {(detail) => (
        <div className="bid">
          <Head tender={detail} />
          <QueryView query={bids} what={t('bid.what')}>
            {(mine) => (
              <NeedsCrypto>
                <UnseenGate tenderId={detail.id}>
                  <Lots tender={detail} bids={mine} />
                </UnseenGate>
              </NeedsCrypto>
            )}
          </QueryView>
        </div>
      )}
    </QueryView>
  );
}

function Head({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  return (
    <div className="bid__head no-print">
      <div>
        <p className="small muted">
          <Link to="/work/bids">{t('bid.mine')}</Link> / <span className="mono">{tender.code}</span>
        </p>
        <h1>{tender.title}</h1>
        <p className="row small">
          {t('bid.lawHalf')}
          <CiteChip citation={LATE} refuses />
        </p>
      </div>
      <DeadlineLeft tender={tender} size="small" />
    </div>
  );
}

/** Whether bids are still taken, by the server's clock. */
function useOpen(tender: TenderDetail): boolean {
  const { now } = useServerClock();
  const { state, deadline } = tender;
  return state === 'published' && (now === null || deadline === null || now < millis(deadline));
}

/** One lot at a time, where the tender has several; each has its own bid. */
function Lots({ tender, bids }: { readonly tender: TenderDetail; readonly bids: readonly Bid[] }) {
  const t = useT();
  const [lot, setLot] = useState(1);
  const standing = (
    <Standing
      key={lot}
      tender={ofLot(tender, lot)}
      lot={lot}
      bids={bids.filter((bid) => bid.lot === lot)}
    />
  );
  if (!isDivided(tender)) return standing;
  return (
    <div className="stack">
      <Radio.Group
        aria-label={t('lot.choose')}
        optionType="button"
        value={lot}
        onChange={(event) => setLot(event.target.value as number)}
        options={tender.lots.map((one) => ({ value: one.number, label: lotName(t, one) }))}
      />
      {standing}
    </div>
  );
}

function Standing({
  tender,
  lot,
  bids,
}: {
  readonly tender: TenderDetail;
  readonly lot: number;
  readonly bids: readonly Bid[];
}) {
  const t = useT();
  const open = useOpen(tender);
  const standing = [...bids].reverse().find((bid) => bid.state !== 'reserved');
  if (!takesSealedBids(tender.method)) {
    return <Note tone="info">{t('bid.notThisMethod')}</Note>;
  }
  return (
    <div className="stack">
      {standing?.state === 'submitted' ? (
        <Submitted key={standing.id} bid={standing} tender={tender} lot={lot} open={open} />
      ) : null}
      {open && standing?.state !== 'submitted' ? (
        <SubmitCard tender={tender} lot={lot} replacing={false} />
      ) : null}
      {open ? null : <Note tone="info">{t('bid.closed')}</Note>}
      <OwnSecurityCard tender={tender} lot={lot} open={open} />
    </div>
  );
}

function Submitted({
  bid,
  tender,
  lot,
  open,
}: {
  readonly bid: Bid;
  readonly tender: TenderDetail;
  readonly lot: number;
  readonly open: boolean;
}) {
  const t = useT();
  const [intent, setIntent] = useState<'replace' | 'withdraw' | null>(null);
  return (
    <>
      <BidReceipt bid={bid} tender={tender} />
      {open && intent === null ? (
        <div className="row no-print">
          <Button onClick={() => setIntent('replace')}>{t('bid.replace')}</Button>
          <Button danger onClick={() => setIntent('withdraw')}>
            {t('bid.withdraw')}
          </Button>
        </div>
      ) : null}
      {open && intent === 'replace' ? <SubmitCard tender={tender} lot={lot} replacing /> : null}
      {open && intent === 'withdraw' ? (
        <WithdrawBid bid={bid} onKeep={() => setIntent(null)} />
      ) : null}
    </>
  );
}
