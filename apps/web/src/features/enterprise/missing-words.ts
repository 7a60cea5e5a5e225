import type { Translate } from '../../shared/i18n/catalogue';

const FIELDS = [
  'name',
  'address',
  'legalRepresentative',
  'contactName',
  'contactPhone',
  'bankName',
  'bankAccount',
  'qualifications',
] as const;

/** What is missing, in words; what a registrar wrote stands as he wrote it. */
export function missingWords(t: Translate, missing: readonly string[]): string {
  return missing
    .map((item) => {
      const field = FIELDS.find((one) => one === item);
      return field === undefined ? item : t(`enterpriseField.${field}`);
    })
    .join(t('list.comma'));
}
