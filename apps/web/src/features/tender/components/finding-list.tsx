import type { Finding } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { judgedRules, type Judged } from '../../../shared/ui/judged-rules';

/** The rules alone, beside what follows from them. */
export function FindingChips({ findings }: { readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  return judgedRules(findings, language).map((one) => (
    <CiteChip key={one.citation.ruleId} {...one} />
  ));
}

/** How much a rule asks for attention. */
function weight({ refuses, warns }: Judged): number {
  return refuses ? 2 : Number(warns);
}

function chipOf({ refuses, warns }: Judged): string {
  if (refuses) return 'chip chip--bad';
  return warns ? 'chip chip--warn' : 'chip chip--line';
}

/** Each rule with what it says here: refusals first, then warnings. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  const { t } = language;
  const judged = [...judgedRules(findings, language)].sort(
    (one, other) => weight(other) - weight(one),
  );
  const byRule = new Map(findings.map((one) => [one.ruleId, one]));
  const wordOf = ({ refuses, warns, citation }: Judged) => {
    if (refuses) return t('draft.refused');
    if (warns) return t('draft.warns');
    const finding = byRule.get(citation.ruleId);
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
          <span className={chipOf(one)}>{wordOf(one)}</span>
          <span className="grow small">{one.citation.summary}</span>
          <CiteChip {...one} />
        </li>
      ))}
    </ul>
  );
}
