import { useLanguage } from '../i18n/i18n-context';
import { Note } from './note';

/** What always has to be said of a rule set, such as that it is historical policy; nothing for today's law. */
export function RuleSetNotice({
  notice,
}: {
  readonly notice: { readonly zh: string; readonly en: string } | null;
}) {
  const { locale } = useLanguage();
  if (notice === null) return null;
  return <Note tone="warn">{locale === 'en' ? notice.en : notice.zh}</Note>;
}
