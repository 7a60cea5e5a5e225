import { Checkbox, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom, OpenedBid } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Money } from '../../../shared/ui/money';
import { StatusChip } from '../../../shared/ui/status-chip';
import { BidFiles } from './bid-files';
import { useBidName } from './bid-name';

/** The seven grounds of the law (Implementing Regulations art. 51), as a beginning of the ground. */
const GROUNDS = [
  'unsigned',
  'noAgreement',
  'unqualified',
  'twoBids',
  'belowCost',
  'unresponsive',
  'collusion',
] as const;
/** In a blind review also what the documents say of files that show whose they are. */
const BLIND_GROUNDS = [...GROUNDS, 'revealed'] as const;

/** One bid as it was read, and this expert's own judgement of it. */
export function ReviewCard({
  tenderId,
  bid,
  lot,
  review,
  isOpen,
}: {
  readonly tenderId: string;
  readonly bid: OpenedBid;
  /** Its lot, where the tender has several. */
  readonly lot: number | null;
  readonly review: EvaluationRoom['mine'][number] | null;
  /** Whether everybody sees the points: from then on a change needs its reason. */
  readonly isOpen: boolean;
}) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [responsive, setResponsive] = useState(review?.responsive ?? true);
  const [ground, setGround] = useState(review?.ground ?? '');
  const [belowCost, setBelowCost] = useState(review?.belowCost ?? false);
  const choice = useId();
  const name = useBidName()(bid);
  const grounds = bid.code === null ? GROUNDS : BLIND_GROUNDS;
  const asksReason = responsive && isOpen;
  return (
    <Card
      title={lot === null ? name : `${t('lot.number', { number: lot })} · ${name}`}
      aside={review === null ? null : <StatusChip status="complies" />}
    >
      <BidFacts bid={bid} />
      <BidFiles tenderId={tenderId} bid={bid} />
      <Radio.Group
        aria-label={name}
        value={responsive}
        onChange={(event) => setResponsive(event.target.value as boolean)}
        options={[
          { value: true, label: t('evaluation.responsive') },
          { value: false, label: t('evaluation.rejected') },
        ]}
      />
      {responsive ? null : (
        <div className="stack plan-fields">
          <label htmlFor={choice}>{t('room.groundChoice')}</label>
          <Select<string>
            id={choice}
            value={null}
            options={grounds.map((key) => ({ value: key, label: t(`room.ground.${key}`) }))}
            onChange={(key) => {
              const known = grounds.find((one) => one === key);
              if (known === undefined) return;
              setGround(t(`room.ground.${known}`));
              setBelowCost(known === 'belowCost');
            }}
          />
          <label htmlFor={field}>{t('evaluation.ground')}</label>
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={500}
            value={ground}
            onChange={(event) => setGround(event.target.value)}
          />
          <Checkbox checked={belowCost} onChange={(event) => setBelowCost(event.target.checked)}>
            {t('room.belowCost')}
          </Checkbox>
        </div>
      )}
      {asksReason ? (
        <div>
          <label htmlFor={field}>{t('room.reviewReason')}</label>
          <Input
            id={field}
            maxLength={500}
            value={ground}
            onChange={(event) => setGround(event.target.value)}
          />
        </div>
      ) : null}
      <div className="row">
        <ActButton
          label={`${t('evaluation.save')} · ${name}`}
          onAct={async () => {
            await api.POST('/api/evaluations/{tenderId}/reviews', {
              params: { path: { tenderId } },
              body: {
                bidId: bid.id,
                responsive,
                ground: responsive && !isOpen ? '' : ground.trim(),
                belowCost: !responsive && belowCost,
              },
            });
            await refresh();
          }}
        >
          {t('evaluation.save')}
        </ActButton>
        <span role="status" className="small muted">
          {review === null ? null : t('evaluation.saved')}
        </span>
      </div>
    </Card>
  );
}

/** What was read aloud. */
function BidFacts({ bid }: { readonly bid: OpenedBid }) {
  const t = useT();
  return (
    <dl className="facts">
      <dt>{t('hall.price')}</dt>
      <dd>{bid.priceFen === null ? null : <Money fen={bid.priceFen} capitals />}</dd>
      <dt>{t('hall.duration')}</dt>
      <dd>{t('hall.durationDays', { days: bid.durationDays ?? 0 })}</dd>
      <dt>{t('hall.quality')}</dt>
      <dd>{bid.quality}</dd>
      <dt>{t('hall.manager')}</dt>
      <dd>{bid.manager}</dd>
    </dl>
  );
}
