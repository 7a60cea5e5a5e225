import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dateTime, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Card } from '../../../shared/ui/card';
import { LinkButton } from '../../../shared/ui/link-button';
import { Note } from '../../../shared/ui/note';
import { FactChip } from '../../../shared/ui/status-chip';
import { myEnterprise } from '../../enterprise/queries';
import { timeLeft } from '../../tender/words';
import '../../enterprise/enterprise.css';
import { nextSteps, type NextStep } from '../next-steps';
import { useBidderFacts } from '../use-bidder-facts';

/** A bidder's next things: its record while it does not stand, then what its tenders, its letters and its contracts wait for. */
export function NextBids() {
  return (
    <>
      <RecordNote />
      <Steps />
    </>
  );
}

function RecordNote() {
  const t = useT();
  const { data } = useQuery(myEnterprise);
  if (data === undefined || data.review === 'submitted') return null;
  const mends = data.missing.length > 0 && data.cureBy !== null;
  if (data.versionInForce !== null && !mends) return null;
  return (
    <Note tone="warn">
      <p>{t(data.versionInForce === null ? 'nextBids.record' : 'nextBids.mend')}</p>
      {mends && data.cureBy !== null ? (
        <p className="number">{t('nextBids.until', { at: lastMoment(data.cureBy) })}</p>
      ) : null}
      <LinkButton to="/work/enterprise">{t('nav.enterprise')}</LinkButton>
    </Note>
  );
}

function Steps() {
  const t = useT();
  const { now } = useServerClock();
  const facts = useBidderFacts();
  if (now === null) return null;
  const steps = nextSteps(facts, now);
  if (steps.length === 0) return null;
  return (
    <Card title={t('nextBids.title')}>
      <ul className="finding-list">
        {steps.map((step) => (
          <li key={`${step.kind} ${step.id}`} className="row">
            <FactChip>{t(`nextBids.${step.kind}`)}</FactChip>
            <span className="grow">
              <StepLink step={step} />
            </span>
            {step.until === null ? null : (
              <>
                <b>{timeLeft(t, now, step.until)}</b>
                <span className="small muted number">
                  {t('nextBids.until', { at: dateTime(step.until) })}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function StepLink({ step: { kind, id, title } }: { readonly step: NextStep }) {
  if (kind === 'contract') {
    return (
      <Link to="/work/contracts/$contractId" params={{ contractId: id }}>
        {title}
      </Link>
    );
  }
  if (kind === 'letter') return <Link to="/work/bids">{title}</Link>;
  if (kind === 'open') {
    return (
      <Link to="/tenders/$tenderId" params={{ tenderId: id }}>
        {title}
      </Link>
    );
  }
  return (
    <Link to="/work/bids/$tenderId" params={{ tenderId: id }}>
      {title}
    </Link>
  );
}
