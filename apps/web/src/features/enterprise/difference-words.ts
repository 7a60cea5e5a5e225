import { ATTACHMENT_KINDS, STAFF_ROLES, TEXT_FIELDS } from '@core/enterprise';
import type { Translate } from '../../shared/i18n/catalogue';

const LISTS = { qualifications: true, staff: true, attachments: true } as const;

/** What a path of a comparison is about, in words. */
export function pathWord(t: Translate, path: string): string {
  const field = TEXT_FIELDS.find((one) => one === path);
  if (field !== undefined) return t(`enterpriseField.${field}`);
  const list = (Object.keys(LISTS) as (keyof typeof LISTS)[]).find((one) =>
    path.startsWith(`${one}/`),
  );
  return list === undefined ? path : t(`diffList.${list}`);
}

/** The word for a code that stands in a list's item, or null. */
function codeWord(t: Translate, part: string): string | null {
  const role = STAFF_ROLES.find((one) => one === part);
  if (role !== undefined && role !== 'other') return t(`staffRole.${role}`);
  const kind = ATTACHMENT_KINDS.find((one) => one === part);
  return kind === undefined ? null : t(`attachmentKind.${kind}`);
}

/** A value of a list names its kind or role by code: the first word that is one is said in the reader's language. */
export function valueWord(t: Translate, path: string, value: string | null): string {
  if (value === null) return t('common.none');
  if (!path.includes('/')) return value;
  return value
    .split(' · ')
    .map((part) => codeWord(t, part) ?? part)
    .join(' · ');
}
