import { differenceOf, type Difference } from '@core/kernel';
import type { EnterpriseContent } from './enterprise';
import { TEXT_FIELDS } from './enterprise';

const LISTS = {
  qualifications: (content: EnterpriseContent) =>
    content.qualifications.map(
      (one) =>
        [
          one.certificate,
          [one.type, one.grade, one.certificate, dateText(one.validUntil)],
        ] as const,
    ),
  staff: (content: EnterpriseContent) =>
    content.staff.map(
      (one) =>
        [
          one.id,
          [
            one.name,
            one.role,
            one.certificateType,
            one.certificate,
            dateText(one.validUntil),
            // Eight digits say whether it is another person; they do not say who.
            `#${one.idDigest.slice(0, 8)}`,
          ],
        ] as const,
    ),
  attachments: (content: EnterpriseContent) =>
    content.attachments.map(
      (one) => [one.fileId, [one.kind, one.title, one.sha256.slice(0, 16)]] as const,
    ),
} as const;

/** The Beijing date of an instant, as it stands in a comparison. */
function dateText(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

function itemsOf(
  content: EnterpriseContent | null,
  list: keyof typeof LISTS,
): ReadonlyMap<string, string> {
  if (content === null) return new Map();
  return new Map(LISTS[list](content).map(([key, parts]) => [key, parts.join(' · ')]));
}

/**
 * Everything in which two versions differ, field by field; `before` is null for a first version. Lists are compared
 * item by item: a certificate by its number, a person and a file by their ids.
 */
export function diffContents(
  before: EnterpriseContent | null,
  after: EnterpriseContent,
): readonly Difference[] {
  const fields = TEXT_FIELDS.flatMap((field) =>
    differenceOf(field, before === null ? null : before[field], after[field]),
  );
  const lists = (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((list) => {
    const [one, other] = [itemsOf(before, list), itemsOf(after, list)];
    return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
      differenceOf(`${list}/${key}`, one.get(key) ?? null, other.get(key) ?? null),
    );
  });
  return [...fields, ...lists];
}
