import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { JsonText, Key, Moment, Personal, ShortText, Whole } from '@server/platform';

/** The filters of a saved search, as they stand in the address of the list. */
export type SavedSearch = Readonly<Record<string, string>>;
export type SubscriptionLanguage = 'zh-CN' | 'en';

/** Somebody without an account who is told by mail of new notices. Deleted when they have enough of it. */
@Entity('subscription')
@Index('uq_subscription_token', ['token'], { unique: true })
@Index('ix_subscription_address', ['addressDigest', 'askedAt'])
@Index('ix_subscription_confirmed', ['confirmedAt'])
export class SubscriptionRow {
  @Key() id!: string;
  @Personal() address!: string;
  /** Keyed digest of the address, to count what one address asks for. */
  @ShortText(64, 'internal') addressDigest!: string;
  @ShortText(10, 'internal') language!: SubscriptionLanguage;
  @JsonText('internal') search!: SavedSearch;
  /** SHA-256 of the secret in its links: a reader of the database cannot unsubscribe anybody. */
  @ShortText(64, 'internal') token!: string;
  /** The same secret, sealed like the address, for the links of later letters. */
  @Personal() secret!: string;
  @Moment() askedAt!: Instant;
  @Moment('internal', { nullable: true }) confirmedAt!: Instant | null;
  /** Number in the search index up to which the reader has been told. */
  @Whole() told!: number;
  /** When the last letter went out; the site's clock. */
  @Moment('internal', { nullable: true }) mailedAt!: Instant | null;
}

export const SUBSCRIPTION_ENTITIES = [SubscriptionRow];
