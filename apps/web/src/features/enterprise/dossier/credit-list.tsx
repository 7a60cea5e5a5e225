import type { ReactNode } from 'react';
import type { CreditEntry } from '../../../shared/api/wire';
import { isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';

const CHIP = { award: 'chip--ok', performance: 'chip--info', violation: 'chip--bad' } as const;

/** Entries of a credit record: decision, authority, dates, and until when it is public. */
export function CreditList<Entry extends CreditEntry>({
  entries,
  aside,
}: {
  readonly entries: readonly Entry[];
  readonly aside?: (entry: Entry) => ReactNode;
}) {
  const t = useT();
  if (entries.length === 0) return <p className="muted">{t('credit.none')}</p>;
  return (
    <ul className="stack">
      {entries.map((one) => (
        <li key={one.id} className="paper">
          <div className="row row--between">
            <strong>{one.title}</strong>
            <span className={`chip ${CHIP[one.kind]}`}>{t(`creditKind.${one.kind}`)}</span>
          </div>
          <dl className="facts">
            <dt>{t(one.kind === 'award' ? 'credit.tender' : 'credit.number')}</dt>
            <dd>{one.number}</dd>
            <dt>{t(one.kind === 'award' ? 'credit.tenderer' : 'credit.authority')}</dt>
            <dd>{one.authority}</dd>
            <dt>{t('credit.decidedAt')}</dt>
            <dd className="number">{isoDate(one.decidedAt)}</dd>
            {one.expiresAt === null ? null : (
              <>
                <dt>{t('credit.expiresAt')}</dt>
                <dd className="number">{isoDate(new Date(one.expiresAt).getTime() - 1)}</dd>
              </>
            )}
          </dl>
          {aside?.(one)}
        </li>
      ))}
    </ul>
  );
}
