import type { Clarification } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';

/** One clarification: its number, its words, and what it did to the deadline. */
export function ClarificationText({ one }: { readonly one: Clarification }) {
  const t = useT();
  return (
    <article>
      <h3>
        {t('clarification.number', { number: one.number })}{' '}
        <span className="small muted number">{dateTime(one.publishedAt)}</span>
      </h3>
      <p className="measure preserve-lines">{one.text}</p>
      <p className="small">
        {one.moved
          ? t('clarification.moved', {
              from: dateTime(one.previousDeadline),
              to: dateTime(one.deadline),
            })
          : t('clarification.notMoved', { at: dateTime(one.deadline) })}
        {one.citation === null ? null : <span className="muted"> · {one.citation}</span>}
      </p>
    </article>
  );
}
