import { Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';

/** The members choose who leads them; more than half decide. A panel may do without, and may elect another. */
export function LeaderCard({ room }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const { members, seats, leaderTies } = room;
  const leader = members.find(({ leads }) => leads);
  const voted = members.filter((one) => one.voted).length;
  const isMine = members.some(({ mine, voted: done }) => mine && done);
  return (
    <Card
      title={t('room.leader')}
      aside={
        <span className="small muted number" role="status">
          {t('room.leaderVoted', { voted, seats })}
        </span>
      }
    >
      <p className="small muted">{t('room.leaderLead')}</p>
      {leader === undefined ? null : (
        <p>
          <b>{t('room.leaderIs', { name: leader.name })}</b>
        </p>
      )}
      {leaderTies > 0 ? <p>{t('room.leaderTied')}</p> : null}
      {isMine ? <p>{t('room.leaderWait')}</p> : <Vote room={room} />}
    </Card>
  );
}

function Vote({ room: { tender, members } }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const refresh = useRefresh();
  const [seat, setSeat] = useState<number | null>(null);
  return (
    <div className="stack">
      <Radio.Group
        aria-label={t('room.leader')}
        value={seat}
        onChange={(event) => setSeat(Number(event.target.value))}
        options={members.map((one) => ({
          value: one.seat,
          label: `${one.name} ${t('evaluation.member', { seat: one.seat })}`,
        }))}
      />
      <div>
        <ActButton
          disabled={seat === null}
          onAct={async () => {
            if (seat === null) return;
            await api.POST('/api/evaluations/{tenderId}/leader-votes', {
              params: { path: { tenderId: tender.id } },
              body: { seat },
            });
            await refresh();
          }}
        >
          {t('room.leaderVote')}
        </ActButton>
      </div>
    </div>
  );
}
