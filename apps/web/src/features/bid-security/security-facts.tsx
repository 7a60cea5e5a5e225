import { formatYuan } from '@core/kernel';
import type { OwnSecurity, SecurityCheck } from '../../shared/api/wire';
import { dateTime, isoDate, lastMoment, millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { useServerClock } from '../../shared/live/server-clock';
import { saveAnswer, type Answer } from '../../shared/files/save-file';
import { ActButton } from '../../shared/ui/act-button';
import { amountOf } from '../../shared/ui/amounts';
import { Money } from '../../shared/ui/money';
import { FactChip } from '../../shared/ui/status-chip';

/** Where a security stands, in a word. */
export function SecurityStateChip({ state }: { readonly state: OwnSecurity['state'] }) {
  const t = useT();
  return <FactChip>{t(`security.state.${state}`)}</FactChip>;
}

/** What was checked, each with its answer and the law that asks for it. */
export function SecurityChecks({ checks }: { readonly checks: readonly SecurityCheck[] }) {
  const t = useT();
  return (
    <ul className="small">
      {checks.map(({ check, holds, citation }) => (
        <li key={check}>
          {t(`security.check.${check}`)}: <b>{t(holds ? 'security.holds' : 'security.fails')}</b>
          {citation === null ? null : <span className="muted"> {citation}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Why it goes back and until when; nothing while it does not. */
export function SecurityRelease({ release, state }: Pick<OwnSecurity, 'release' | 'state'>) {
  const t = useT();
  const { now } = useServerClock();
  if (release === null || state !== 'due_back') return null;
  const { cause, until, citation } = release;
  const isLate = until !== null && now !== null && now >= millis(until);
  return (
    <p>
      {t(`security.cause.${cause}`)}
      {' · '}
      <b className="number">
        {until === null
          ? t('security.dueSoon')
          : t(isLate ? 'security.dueLate' : 'security.dueUntil', { at: lastMoment(until) })}
      </b>
      {citation === null ? null : <span className="small muted"> {citation}</span>}
    </p>
  );
}

/** A guarantee or policy, where one was lodged; `onPaper` fetches its paper for whoever reads this. */
export function GuaranteeLine({
  guarantee,
  onPaper,
}: Pick<OwnSecurity, 'guarantee'> & { readonly onPaper: () => Promise<Answer> }) {
  const t = useT();
  if (guarantee === null) return null;
  const { kind, issuer, number, sumFen, validUntil, hasFile } = guarantee;
  return (
    <div>
      {t(`security.kind.${kind}`)} · {issuer} · <span className="mono">{number}</span> ·{' '}
      <Money fen={sumFen} /> · {t('security.validUntil')}{' '}
      <span className="number">{validUntil}</span>{' '}
      {hasFile ? (
        <ActButton small onAct={async () => saveAnswer(await onPaper(), number)}>
          {t('security.paperDownload')}
        </ActButton>
      ) : null}
    </div>
  );
}

/** Money that came, and its way back. */
export function PaymentLine({
  payment,
}: {
  readonly payment: {
    readonly sumFen: string;
    readonly payer: string;
    readonly bank: string;
    readonly arrivedAt: string;
    readonly refundedAt: string | null;
    readonly interestFen: string | null;
  };
}) {
  const t = useT();
  const { sumFen, payer, bank, arrivedAt, refundedAt, interestFen } = payment;
  return (
    <p>
      <Money fen={sumFen} /> · {payer} · {bank} ·{' '}
      <span className="number">{t('security.arrived', { at: dateTime(arrivedAt) })}</span>
      {refundedAt === null || interestFen === null ? null : (
        <span>
          {' · '}
          <b className="number">
            {t('security.back', { at: isoDate(refundedAt), interest: shownFen(interestFen) })}
          </b>
        </span>
      )}
    </p>
  );
}

/** `1,234.50` of the wire's fen, for a sentence. */
export function shownFen(wire: string): string {
  const amount = amountOf(wire);
  return amount === null ? wire : formatYuan(amount);
}
