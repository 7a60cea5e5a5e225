import type { PoolTerm } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';

/** The terms of the pool, each with its number and where it is written. */
export function TermList({ terms }: { readonly terms: readonly PoolTerm[] }) {
  const t = useT();
  return (
    <dl className="facts">
      {terms.map((term) => (
        <div key={term.key} className="facts__pair">
          <dt>{t(`expertTerm.${term.key}`)}</dt>
          <dd>
            <span className="number">{t(`expertUnit.${term.unit}`, { count: term.value })}</span>{' '}
            <span className="small muted">
              {t(`expertOrigin.${term.origin}`)} <span lang="zh-CN">{term.citation}</span>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
