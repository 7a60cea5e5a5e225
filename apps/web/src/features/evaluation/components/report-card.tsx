import { Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Money } from '../../../shared/ui/money';

/** The report as computed from all reviews, and the signature with a dissent if there is one. */
export function ReportCard({ room }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const { assessments, bids, members, reportDigest, reportedAt, tender } = room;
  const nameOf = (bidId: string) => {
    const bid = bids.find((one) => one.id === bidId);
    if (bid === undefined) return bidId;
    const lot = room.lots.length > 1 ? `${t('lot.number', { number: bid.lot })} · ` : '';
    return lot + (bid.bidderName ?? '');
  };
  const me = members.find((one) => one.mine);
  return (
    <Card
      title={t('evaluation.ranking')}
      aside={
        reportedAt === null ? null : (
          <span className="small muted number">{dateTime(reportedAt)}</span>
        )
      }
    >
      <ol>
        {(assessments ?? []).map((one) => (
          <li key={one.bidId} className="room-member">
            <span>
              <b>{nameOf(one.bidId)}</b>
              <br />
              {one.priceFen === null ? null : <Money fen={one.priceFen} />}
            </span>
            <span>
              {one.outcome === 'ranked' && one.rank !== null
                ? `${t('evaluation.ranked', { rank: one.rank })}${one.score === null ? '' : ` · ${t('simulator.score')} ${one.score}`}`
                : `${t('evaluation.rejected')}: ${one.grounds.join(t('list.comma'))}`}
            </span>
          </li>
        ))}
      </ol>
      {reportDigest === null ? null : <Fingerprint digest={reportDigest} />}
      {me !== undefined && !me.signed ? <Sign tenderId={tender.id} /> : null}
    </Card>
  );
}

function Sign({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [dissent, setDissent] = useState('');
  return (
    <>
      <div>
        <label htmlFor={field}>{t('evaluation.dissent')}</label>
        <Input.TextArea
          id={field}
          rows={3}
          maxLength={1_000}
          value={dissent}
          onChange={(event) => setDissent(event.target.value)}
        />
      </div>
      <p className="small muted">{t('evaluation.signNote')}</p>
      <div>
        <ActButton
          primary
          large
          onAct={async () => {
            const text = dissent.trim();
            await api.POST('/api/evaluations/{tenderId}/signatures', {
              params: { path: { tenderId } },
              body: text === '' ? {} : { dissent: text },
            });
            await refresh();
          }}
        >
          {t('evaluation.sign')}
        </ActButton>
      </div>
    </>
  );
}
