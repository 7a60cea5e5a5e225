import type { Dossier } from '../../../shared/api/wire';
import { dateTime, isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';

/** What supervising authorities decided about a firm, newest first. */
export function DecisionList({ decisions }: { readonly decisions: Dossier['decisions'] }) {
  const t = useT();
  return (
    <ul className="stack">
      {decisions.map((one) => (
        <li key={`${one.number}/${one.kind}`} className="paper">
          <div className="row row--between">
            <strong>{one.number}</strong>
            <span className={`chip ${one.kind === 'reinstate' ? 'chip--ok' : 'chip--bad'}`}>
              {t(`decisionKind.${one.kind}`)}
            </span>
          </div>
          <p className="preserve-lines">{one.reason}</p>
          <dl className="facts">
            <dt>{t('credit.authority')}</dt>
            <dd>{one.authority}</dd>
            <dt>{t('decision.from')}</dt>
            <dd className="number">{dateTime(one.from)}</dd>
            {one.kind === 'suspend' ? (
              <>
                <dt>{t('decision.until')}</dt>
                <dd className="number">
                  {one.until === null
                    ? t('decision.open')
                    : isoDate(new Date(one.until).getTime() - 1)}
                </dd>
              </>
            ) : null}
          </dl>
        </li>
      ))}
    </ul>
  );
}
