import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom, OpenedBid } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Money } from '../../../shared/ui/money';
import { StatusChip } from '../../../shared/ui/status-chip';

/** One bid as it was read, and this expert's own judgement of it. */
export function ReviewCard({
  tenderId,
  bid,
  lot,
  review,
}: {
  readonly tenderId: string;
  readonly bid: OpenedBid;
  /** Its lot, where the tender has several. */
  readonly lot: number | null;
  readonly review: EvaluationRoom['mine'][number] | null;
}) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [responsive, setResponsive] = useState(review?.responsive ?? true);
  const [ground, setGround] = useState(review?.ground ?? '');
  return (
    <Card
      title={
        lot === null ? bid.bidderName : `${t('lot.number', { number: lot })} · ${bid.bidderName}`
      }
      aside={review === null ? null : <StatusChip status="complies" />}
    >
      <dl className="facts">
        <dt>{t('hall.price')}</dt>
        <dd>
          <Money fen={bid.priceFen} capitals />
        </dd>
        <dt>{t('hall.duration')}</dt>
        <dd>{t('hall.durationDays', { days: bid.durationDays })}</dd>
        <dt>{t('hall.quality')}</dt>
        <dd>{bid.quality}</dd>
        <dt>{t('hall.manager')}</dt>
        <dd>{bid.manager}</dd>
      </dl>
      <Radio.Group
        aria-label={bid.bidderName}
        value={responsive}
        onChange={(event) => setResponsive(event.target.value as boolean)}
        options={[
          { value: true, label: t('evaluation.responsive') },
          { value: false, label: t('evaluation.rejected') },
        ]}
      />
      {responsive ? null : (
        <div>
          <label htmlFor={field}>{t('evaluation.ground')}</label>
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={500}
            value={ground}
            onChange={(event) => setGround(event.target.value)}
          />
        </div>
      )}
      <div className="row">
        <ActButton
          label={`${t('evaluation.save')} · ${bid.bidderName}`}
          onAct={async () => {
            await api.POST('/api/evaluations/{tenderId}/reviews', {
              params: { path: { tenderId } },
              body: { bidId: bid.id, responsive, ground: responsive ? '' : ground.trim() },
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
