import {
  accept,
  refuse,
  taggedHashHex,
  type Encodable,
  type Instant,
  type Refusal,
  type Result,
} from '@core/kernel';

/** Why a publication is not prepared, confirmed or taken back. */
export type PublicationRefusal = Refusal<
  | 'publication.in_the_past'
  | 'publication.none'
  | 'publication.same_person'
  | 'publication.changed'
  | 'publication.confirmed_already'
>;

/** A publication somebody prepared: from then on nothing of the draft changes until it is out or taken back. */
export interface Publication {
  /** Fingerprint of all that will be public. */
  readonly digest: string;
  /** When it goes out; null: at the moment it is confirmed. */
  readonly publishAt: Instant | null;
  /** Whether a second person has to look at it. */
  readonly fourEyes: boolean;
  readonly preparedBy: string;
  readonly confirmedAt: Instant | null;
}

/** The fingerprint of everything a publication makes public. */
export function publicationDigest(content: Readonly<Record<string, Encodable>>): string {
  return taggedHashHex('sunlit/publication', content);
}

/** Whether a publication may be planned for `publishAt`. */
export function planPublication(
  publishAt: Instant | null,
  now: Instant,
): Result<Instant, PublicationRefusal> {
  if (publishAt === null) return accept(now);
  return publishAt > now ? accept(publishAt) : refuse('publication.in_the_past', { publishAt });
}

/**
 * Confirms a publication: by another person where four eyes are wanted, and only what that person has looked at.
 * Returns when it goes out.
 */
export function confirmPublication(
  publication: Publication,
  by: string,
  seenDigest: string,
  now: Instant,
): Result<Instant, PublicationRefusal> {
  if (publication.confirmedAt !== null) return refuse('publication.confirmed_already');
  if (publication.fourEyes && publication.preparedBy === by) {
    return refuse('publication.same_person');
  }
  if (publication.digest !== seenDigest) return refuse('publication.changed');
  return planPublication(publication.publishAt, now);
}
