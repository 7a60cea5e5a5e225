import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { PoolDeskMember, Pool } from '../../../shared/api/wire';
import { useSession } from '../../../shared/auth/session';
import { isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { DecideForm } from './decide-form';
import { ObjectionAnswer } from './objection-answer';
import { ReturnDialog, ReviewDialog } from './registrar-dialogs';
import { MemberChip } from './state-chip';
import { Conditions } from './terms';
import { History } from './history';

interface DeskMemberProps {
  readonly pool: Pool;
  readonly member: PoolDeskMember;
}

/** One membership at the desk: how it stands, and what may be done with it. */
export function DeskMember({ pool, member }: DeskMemberProps) {
  const t = useT();
  const permissions = useSession()?.permissions ?? [];
  const { state, objections, performances } = member;
  return (
    <Card title={member.name} aside={<MemberChip state={state} />}>
      <p className="small muted">
        <Link to="/enterprises/$creditCode" params={{ creditCode: member.creditCode }}>
          {member.creditCode}
        </Link>
        {member.publicityUntil !== null && state === 'published'
          ? ` · ${t('pool.publishedUntil', { at: lastMoment(member.publicityUntil) })}`
          : null}
        {member.reviewDueAt !== null && state === 'admitted'
          ? ` · ${t('pool.reviewDueAt', { at: lastMoment(member.reviewDueAt) })}`
          : null}
        {member.suspendedUntil !== null && state === 'suspended'
          ? ` · ${t('pool.until', { at: lastMoment(member.suspendedUntil) })}`
          : null}
      </p>
      <Conditions stand={member.stand} />
      {performances.length === 0 ? null : (
        <ul className="small">
          {performances.map((one) => (
            <li key={`${one.tenderId}/${one.lot}`}>
              {isoDate(one.reviewedAt)} {t(`performanceGrade.${one.grade}`)} {one.text}
            </li>
          ))}
        </ul>
      )}
      {objections.map((one) => (
        <ObjectionAnswer
          key={one.id}
          objection={one}
          mayAnswer={permissions.includes('pool.admit')}
        />
      ))}
      {permissions.includes('pool.admit') ? <RegistrarActs pool={pool} member={member} /> : null}
      {permissions.includes('pool.supervise') ? <DecideForm pool={pool} member={member} /> : null}
      <details>
        <summary>{t('pool.history')}</summary>
        <History steps={member.history} />
      </details>
    </Card>
  );
}

function RegistrarActs({ pool, member }: DeskMemberProps) {
  const t = useT();
  const refresh = useRefresh();
  const [doing, setDoing] = useState<'return' | 'review' | null>(null);
  const params = { path: { id: pool.id, enterpriseId: member.enterpriseId } };
  const close = (): void => setDoing(null);
  return (
    <>
      <div className="row">
        {member.state === 'applied' ? (
          <>
            <ActButton
              primary
              onAct={async () => {
                await api.POST('/api/pools/{id}/members/{enterpriseId}/publish', { params });
                await refresh();
              }}
            >
              {t('pool.publish')}
            </ActButton>
            <Button onClick={() => setDoing('return')}>{t('pool.return')}</Button>
          </>
        ) : null}
        {member.state === 'admitted' ? (
          <Button onClick={() => setDoing('review')}>{t('pool.review')}</Button>
        ) : null}
      </div>
      {doing === 'return' ? <ReturnDialog pool={pool} member={member} onDone={close} /> : null}
      {doing === 'review' ? <ReviewDialog pool={pool} member={member} onDone={close} /> : null}
    </>
  );
}
