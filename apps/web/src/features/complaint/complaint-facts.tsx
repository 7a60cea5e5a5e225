import type { ReactNode } from 'react';
import type { Complaint, ComplaintDecision } from '../../shared/api/wire';
import { dateTime, lastMoment } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Fingerprint } from '../../shared/ui/fingerprint';
import { wordKeys } from './words';

/** Names with what is said of them; what nobody said is left out. */
function Facts({
  pairs,
}: {
  readonly pairs: readonly (readonly [name: string, value: ReactNode])[];
}) {
  return (
    <dl className="facts">
      {pairs
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="measure preserve-lines">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What a complaint says and what came of it, in the order in which it came. */
export function Course({ complaint }: { readonly complaint: Complaint }) {
  const t = useT();
  const { lot, ground, refusal, correctBy } = complaint;
  const about = t(wordKeys.subject(complaint.subject));
  return (
    <Facts
      pairs={[
        [t('complaint.firm'), complaint.enterpriseName],
        [t('complaint.respondent'), complaint.tendererName],
        [
          t('complaint.subject'),
          lot === null ? about : `${about} · ${t('lot.number', { number: lot })}`,
        ],
        [t('complaint.filedAt'), dateTime(complaint.filedAt)],
        [t('complaint.knownOn'), complaint.knownOn],
        [t('complaint.text'), complaint.text],
        [t('complaint.claim'), complaint.claim],
        [t('complaint.interest'), complaint.interest],
        [t('complaint.lacking'), complaint.lacking],
        [t('complaint.correctBy'), correctBy === null ? null : lastMoment(correctBy)],
        [t('complaint.correction'), complaint.correction],
        [t('complaint.ground'), ground === null ? null : t(wordKeys.ground(ground))],
        [t('complaint.reasons'), refusal],
        [t('complaint.answer'), complaint.answer],
        [t('complaint.withdraw'), complaint.withdrawal],
        [t('complaint.withdrawalText'), complaint.withdrawalAnswer],
      ]}
    />
  );
}

/** A decision as everybody may read it. */
export function DecisionFacts({ decision }: { readonly decision: ComplaintDecision }) {
  const t = useT();
  const { id, order, outcome, endedAt, digest, citation, hasPaper } = decision;
  return (
    <>
      <Facts
        pairs={[
          [t('complaint.outcome'), <b key="outcome">{t(wordKeys.outcome(outcome))}</b>],
          [t('complaint.order'), order === null ? null : t(wordKeys.order(order))],
          [t('complaint.findings'), decision.findings],
          [t('complaint.basis'), decision.basis],
          [t('complaint.authority'), decision.authorityName],
          [t('complaint.decidedAt'), endedAt === null ? null : dateTime(endedAt)],
          [t('complaint.rule'), citation],
        ]}
      />
      {digest === null ? null : (
        <p className="small">
          {t('complaint.digest')} <Fingerprint digest={digest} />
        </p>
      )}
      {hasPaper ? (
        <p>
          <a href={`/api/public/complaints/${id}/file`}>{t('complaint.paper')}</a>
        </p>
      ) : null}
    </>
  );
}

/** The times in which the clock, or the procedure, stood still. */
export function PauseList({ pauses }: Pick<Complaint, 'pauses'>) {
  const t = useT();
  return (
    <ul className="finding-list">
      {pauses.map((one) => (
        <li key={`${one.kind} ${one.from}`}>
          <p>
            <b>{t(wordKeys.pause(one.kind))}</b>
            {one.reason === null ? null : ` · ${t(wordKeys.reason(one.reason))}`}
          </p>
          <p className="number small">
            {one.to === null
              ? t('complaint.pauseSince', { from: dateTime(one.from) })
              : t('complaint.pauseTo', { from: dateTime(one.from), to: dateTime(one.to) })}{' '}
            {one.until === null
              ? null
              : t('complaint.suspendedUntil', { at: lastMoment(one.until) })}
          </p>
          <p className="measure preserve-lines">{one.text}</p>
          {one.citation === null ? null : <p className="small muted">{one.citation}</p>}
        </li>
      ))}
    </ul>
  );
}
