import { SPECIALTIES } from '@core/panel';
import type { Locale } from '../../shared/i18n/locale';

/** A specialty in words; one this version does not know is shown as it came. */
export function specialtyName(id: string, locale: Locale): string {
  const known = SPECIALTIES.find((one) => one.id === id);
  if (known === undefined) return id;
  return locale === 'en' ? known.en : known.zh;
}
