import { useLanguage } from '../../../shared/i18n/i18n-context';
import { specialtyName } from '../../panel/specialty-name';

/** Specialties in words, one after the other. */
export function SpecialtyNames({ ids }: { readonly ids: readonly string[] }) {
  const { locale } = useLanguage();
  return ids.map((id) => specialtyName(id, locale)).join(locale === 'en' ? ', ' : '、');
}
