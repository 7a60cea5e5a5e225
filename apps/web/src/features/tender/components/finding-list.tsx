import type { Finding } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { judgedRules } from '../../../shared/ui/judged-rules';

/** Each rule with what it says here: refusals first. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  const { t } = language;
  const judged = [...judgedRules(findings, language)].sort(
    (one, other) => Number(other.refuses) - Number(one.refuses),
  );
  if (judged.length === 0) return <p className="small muted">{t('draft.findingsNone')}</p>;
  return (
    <ul className="finding-list">
      {judged.map((one) => (
        <li key={one.citation.ruleId} className="row">
          <span className={one.refuses ? 'chip chip--bad' : 'chip chip--line'}>
            {one.refuses ? t('draft.refused') : t('draft.fine')}
          </span>
          <span className="grow small">{one.citation.summary}</span>
          <CiteChip {...one} />
        </li>
      ))}
    </ul>
  );
}
