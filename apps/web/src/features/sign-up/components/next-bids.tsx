import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SignUp } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Card } from '../../../shared/ui/card';
import { LinkButton } from '../../../shared/ui/link-button';
import { Note } from '../../../shared/ui/note';
import { StatusChip } from '../../../shared/ui/status-chip';
import { tenderStatus } from '../../../shared/ui/status-words';
import { myEnterprise } from '../../enterprise/queries';
import { timeLeft } from '../../tender/words';
import '../../enterprise/enterprise.css';
import { mySignUps } from '../queries';

/** A bidder's next things: its record while it does not stand, then the deadlines of what it signed up for. */
export function NextBids() {
  return (
    <>
      <RecordNote />
      <Deadlines />
    </>
  );
}

type Open = NonNullable<SignUp['tender']> & { readonly deadline: string };

function RecordNote() {
  const t = useT();
  const { data } = useQuery(myEnterprise);
  if (data?.versionInForce !== null || data.review === 'submitted') return null;
  return (
    <Note tone="warn">
      <p>{t('nextBids.record')}</p>
      <LinkButton to="/work/enterprise">{t('nav.enterprise')}</LinkButton>
    </Note>
  );
}

/** The tenders still open for bids, each once, the nearest deadline first. */
function openTenders(rows: readonly SignUp[]): Open[] {
  const open = new Map<string, Open>();
  for (const { tender, tenderId, withdrawnAt } of rows) {
    if (withdrawnAt !== null || tender?.state !== 'published' || tender.deadline === null) continue;
    open.set(tenderId, { ...tender, deadline: tender.deadline });
  }
  return [...open.values()].sort((one, other) => one.deadline.localeCompare(other.deadline));
}

function Deadlines() {
  const t = useT();
  const { data = [] } = useQuery(mySignUps);
  const { now } = useServerClock();
  const open = openTenders(data);
  if (open.length === 0) return null;
  return (
    <Card title={t('nextBids.title')}>
      <ul className="finding-list">
        {open.map((tender) => (
          <li key={tender.id} className="row">
            <span className="grow">
              <Link to="/work/bids/$tenderId" params={{ tenderId: tender.id }}>
                {tender.title}
              </Link>
            </span>
            <StatusChip status={tenderStatus(tender)} />
            <b>{now === null ? t('common.none') : timeLeft(t, now, tender.deadline)}</b>
            <span className="small muted number">
              {t('tender.deadlineAt', { at: dateTime(tender.deadline) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
