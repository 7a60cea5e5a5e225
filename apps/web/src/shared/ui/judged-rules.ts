import { formatYuan } from '@core/kernel';
import type { Finding } from '../api/wire';
import type { Translate } from '../i18n/catalogue';
import { dateTime } from '../i18n/dates';
import type { Locale } from '../i18n/locale';
import { amountOf } from './amounts';
import { isUnverified, type Citation } from './citation';

/** The facts rules are judged by, and how each is written. Flags speak through the outcome. */
const FACTS = {
  days: 'plain',
  minimum: 'plain',
  experts: 'plain',
  total: 'plain',
  earliest: 'plain',
  projects: 'plain',
  amount: 'money',
  threshold: 'money',
  leftOut: 'money',
  bond: 'money',
  highest: 'money',
  at: 'instant',
  latest: 'instant',
  deadline: 'instant',
  openAt: 'instant',
} as const satisfies Record<string, 'plain' | 'money' | 'instant'>;

type FactName = keyof typeof FACTS;

/** A rule held against something, ready for a chip. */
export interface Judged {
  readonly citation: Citation;
  readonly refuses: boolean;
  /** Not as the rule would have it, though nothing stands in the way. */
  readonly warns: boolean;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

function written(t: Translate, name: FactName, value: string, beside: Finding['facts']): string {
  // A sum of similar projects is money, a number of panel members is not: the threshold tells them apart.
  const kind = name === 'total' && 'threshold' in beside ? 'money' : FACTS[name];
  if (kind === 'instant') return /^\d{12,14}$/.test(value) ? dateTime(Number(value)) : value;
  const amount = kind === 'money' ? amountOf(value) : null;
  return amount === null ? value : `${formatYuan(amount)} ${t('money.yuan')}`;
}

function factsOf(t: Translate, facts: Finding['facts']): Judged['facts'] {
  return (Object.keys(FACTS) as FactName[]).flatMap((name) => {
    const value = facts[name];
    return value === undefined
      ? []
      : [{ label: t(`fact.${name}`), value: written(t, name, value, facts) }];
  });
}

/** Prepares findings for their chips; one rule is shown once, a refusal before a satisfied limit. */
export function judgedRules(
  findings: readonly Finding[],
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
): readonly Judged[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const known = first.get(finding.ruleId);
    if (known === undefined || known.outcome === 'satisfied') first.set(finding.ruleId, finding);
  }
  return [...first.values()].map((finding) => ({
    citation: {
      ruleId: finding.ruleId,
      citation: finding.citation,
      summary: locale === 'en' ? finding.en : finding.zh,
      quote: finding.quote,
      unverified: isUnverified(finding.status),
    },
    refuses: finding.outcome === 'violated' && finding.severity === 'block',
    warns: finding.outcome === 'violated' && finding.severity !== 'block',
    facts: factsOf(t, finding.facts),
  }));
}
