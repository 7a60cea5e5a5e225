import type { Finding } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { judgedRules } from '../../../shared/ui/judged-rules';

/** The rules alone, beside what follows from them. */
export function FindingChips({ findings }: { readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  return judgedRules(findings, language).map((one) => (
    <CiteChip key={one.citation.ruleId} {...one} />
  ));
}

/** Each rule with what it says here: refusals first. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  const { t } = language;
  const judged = [...judgedRules(findings, language)].sort(
    (one, other) => Number(other.refuses) - Number(one.refuses),
  );
  const byRule = new Map(findings.map((one) => [one.ruleId, one]));
  const wordOf = (refuses: boolean, ruleId: string) => {
    if (refuses) return t('draft.refused');
    const finding = byRule.get(ruleId);
    // A threshold is no demand: it is reached, or it is not.
    const reached = finding?.facts.reached;
    if (reached !== undefined) return t(reached === 'true' ? 'draft.reached' : 'draft.notReached');
    return t(finding?.severity === 'info' ? 'draft.informs' : 'draft.fine');
  };
  if (judged.length === 0) return <p className="small muted">{t('draft.findingsNone')}</p>;
  return (
    <ul className="finding-list">
      {judged.map((one) => (
        <li key={one.citation.ruleId} className="row">
          <span className={one.refuses ? 'chip chip--bad' : 'chip chip--line'}>
            {wordOf(one.refuses, one.citation.ruleId)}
          </span>
          <span className="grow small">{one.citation.summary}</span>
          <CiteChip {...one} />
        </li>
      ))}
    </ul>
  );
}
