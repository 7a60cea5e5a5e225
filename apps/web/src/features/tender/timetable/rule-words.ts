import type { Finding } from '../../../shared/api/wire';
import type { Language } from '../../../shared/i18n/i18n-context';

/** A rule in one line: what it says, and where it is written. */
export function ruleWords(
  { zh, en, citation }: Pick<Finding, 'zh' | 'en' | 'citation'>,
  { locale }: Pick<Language, 'locale'>,
): string {
  return `${locale === 'en' ? en : zh}（${citation}）`;
}
