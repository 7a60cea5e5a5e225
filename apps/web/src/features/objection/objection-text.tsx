import { RESULT_REMEDIES, type Remedy } from '@core/tender';
import type { Objection } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';

const REMEDIES = [...RESULT_REMEDIES, 'corrected', 'terminated'] as const;

function remedyOf(remedy: string): Remedy {
  return REMEDIES.find((one) => one === remedy) ?? 'stands';
}

/** One objection with its clock, its answer, and what that led to. */
export function ObjectionText({ one }: { readonly one: Objection }) {
  const t = useT();
  return (
    <article>
      <h3>
        {one.enterpriseName} · {t(`objectionStage.${one.stage}`)}
        {one.lot === null ? '' : ` · ${t('lot.number', { number: one.lot })}`}{' '}
        <span className="small muted number">{dateTime(one.filedAt)}</span>
      </h3>
      {one.ordered === null ? null : <p className="small">{t('complaint.ordered')}</p>}
      <p className="measure preserve-lines">{one.text}</p>
      {one.reply === null ? (
        <p className="small">
          {one.replyBy === null
            ? t('objection.waiting')
            : t('objection.replyBy', { at: dateTime(one.replyBy) })}
          {one.citation === null ? null : <span className="muted"> · {one.citation}</span>}
        </p>
      ) : (
        <p className="measure preserve-lines">
          <b>{t(one.upheld === true ? 'objection.upheld' : 'objection.dismissed')}</b> {one.reply}
        </p>
      )}
      {one.lot === null && one.remedies.length > 1 ? (
        <ul>
          {one.remedies.map(({ lot, remedy, text }) => (
            <li key={lot} className="measure preserve-lines">
              {t('lot.number', { number: lot })} · <b>{t(`remedy.${remedyOf(remedy)}`)}</b> {text}
            </li>
          ))}
        </ul>
      ) : null}
      {one.remedy === null || one.remedies.length > 1 ? null : (
        <p className="measure preserve-lines">
          <b>{t(`remedy.${remedyOf(one.remedy)}`)}</b> {one.remedyText}
        </p>
      )}
    </article>
  );
}
