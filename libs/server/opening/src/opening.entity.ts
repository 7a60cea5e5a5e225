import { Entity, Index } from 'typeorm';
import type { Fen, Instant } from '@core/kernel';
import type { HallEvent, HallPhase } from '@core/opening';
import { FenAmount, JsonText, Key, Moment, Ref, ShortText, Whole } from '@server/platform';

/** The hall of a tender: the root of everything from the deadline on. */
@Entity('opening')
@Index('uq_opening_tender', ['tenderId'], { unique: true })
export class OpeningRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @ShortText(12, 'public') phase!: HallPhase;
  @Whole('public') seq!: number;
  /** The log record of the closed list; keys are handed in against its leaf hash. */
  @Ref('public') closedRecordId!: string;
  @ShortText(64, 'public', { nullable: true }) closedLeaf!: string | null;
  @Moment('public') openedAt!: Instant;
  @Moment('public') windowEndsAt!: Instant;
  @Moment('public', { nullable: true }) closedAt!: Instant | null;
}

/** One event of a hall; never changed, never deleted. */
@Entity('opening_event')
@Index('uq_opening_event_seq', ['openingId', 'seq'], { unique: true })
export class OpeningEventRow {
  @Key(36, 'public') id!: string;
  @Ref('public') openingId!: string;
  @Whole('public') seq!: number;
  @JsonText('public') event!: HallEvent;
  @Moment('public') at!: Instant;
}

/** A key handed in for an envelope: the bidder's secret, or a holder's share. */
@Entity('opening_key')
@Index('uq_opening_key', ['bidId', 'env', 'x'], { unique: true })
export class OpeningKeyRow {
  @Key(36, 'internal') id!: string;
  @Ref('internal') openingId!: string;
  @Ref('internal') bidId!: string;
  @ShortText(32, 'internal') env!: string;
  /** 0 for the bidder's own secret, else the holder's number. */
  @Whole('internal') x!: number;
  @ShortText(66, 'internal') value!: string;
  @Moment('internal') at!: Instant;
}

/** What an opened bid says, from its unsealing on; public once it has been read. */
@Entity('opened_bid')
@Index('ix_opened_bid_opening', ['openingId'])
export class OpenedBidRow {
  /** The bid's id. */
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') openingId!: string;
  @Whole('public', { default: 1 }) lot!: number;
  @Ref('sealed') enterpriseId!: string;
  @ShortText(120, 'public') bidderName!: string;
  @FenAmount('sealed') price!: Fen;
  @Whole('sealed') durationDays!: number;
  @ShortText(60, 'sealed') quality!: string;
  @ShortText(60, 'sealed') manager!: string;
  @ShortText(64, 'sealed') manifestSha256!: string;
}

export const OPENING_ENTITIES = [OpeningRow, OpeningEventRow, OpeningKeyRow, OpenedBidRow];
