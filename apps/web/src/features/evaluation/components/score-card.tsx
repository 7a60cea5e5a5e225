import { Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom, OpenedBid } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { StatusChip } from '../../../shared/ui/status-chip';
import '../room.css';
import { BidFiles } from './bid-files';
import { useBidName } from './bid-name';

/** This expert's points for each item of one bid. Once everybody sees all marks a change says why. */
export function ScoreCard({
  room,
  bid,
}: {
  readonly room: EvaluationRoom;
  readonly bid: OpenedBid;
}) {
  const t = useT();
  const refresh = useRefresh();
  const { plan, myMarks, marksMissing, tender } = room;
  const kept = (itemId: string): string =>
    myMarks.find((one) => one.bidId === bid.id && one.itemId === itemId)?.points ?? '';
  const [points, setPoints] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(plan.items.map(({ id }) => [id, kept(id)])),
  );
  const [reason, setReason] = useState('');
  const reasonField = useId();
  const isIn = plan.items.every(({ id }) => kept(id) !== '');
  const isOpen = marksMissing === 0 || (bid.code !== null && !room.namesHidden);
  const name = useBidName()(bid);
  return (
    <Card
      title={t('room.scoreOf', { name })}
      aside={isIn ? <StatusChip status="complies" /> : null}
    >
      {room.namesHidden ? <BidFiles tenderId={tender.id} bid={bid} /> : null}
      <div className="room-items">
        {plan.items.map(({ id, title, points: most }) => (
          <label key={id} className="room-items__row">
            <span>
              {title} <span className="small muted">{t('room.mostPoints', { most })}</span>
            </span>
            <Input
              inputMode="decimal"
              maxLength={6}
              aria-label={t('room.pointsOf', { item: title, name })}
              value={points[id] ?? ''}
              onChange={(event) => setPoints({ ...points, [id]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {isOpen ? (
        <div>
          <label htmlFor={reasonField}>{t('room.changeReason')}</label>
          <Input
            id={reasonField}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : null}
      <div className="row">
        <ActButton
          label={`${t('room.saveMarks')} · ${name}`}
          onAct={async () => {
            await api.POST('/api/evaluations/{tenderId}/marks', {
              params: { path: { tenderId: tender.id } },
              body: {
                bidId: bid.id,
                points: plan.items.map(({ id }) => ({
                  itemId: id,
                  points: (points[id] ?? '').trim() || '-',
                })),
                reason: reason.trim(),
              },
            });
            setReason('');
            await refresh();
          }}
        >
          {t('room.saveMarks')}
        </ActButton>
        <span role="status" className="small muted">
          {isIn ? t('room.marksSaved') : null}
        </span>
      </div>
    </Card>
  );
}
