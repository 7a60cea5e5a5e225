import { Entity, Index } from 'typeorm';
import type {
  DrawDeposit,
  DrawEvent,
  DrawFinal,
  DrawFirm,
  DrawForced,
  DrawInput,
  DrawLock,
  DrawParty,
  DrawPhase,
  DrawPool,
  DrawPurpose,
  DrawResult,
  DrawReveal,
  DrawRules,
  DrawSpec,
  DrawVoid,
  PoolRow,
  SourceChoice,
} from '@core/draw';
import type { Instant, PayloadSignature } from '@core/kernel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** Why a locked draw is to be given up, and who is to blame. */
export interface VoidAsked {
  readonly reason: string;
  readonly offender: DrawParty | null;
}

/** One attempt at a draw: the root of everything that happens to it. */
@Entity('draw')
@Index('uq_draw_tender_attempt', ['tenderId', 'purpose', 'attempt'], { unique: true })
@Index('ix_draw_pending', ['pendingRecordId'])
@Index('ix_draw_phase', ['phase'])
export class DrawRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @ShortText(12, 'public') purpose!: DrawPurpose;
  @Whole('public') attempt!: number;
  /** `<tender>/<purpose>/<attempt>`, the name under which the log knows it. */
  @ShortText(160, 'public') drawId!: string;
  @ShortText(12, 'public') phase!: DrawPhase;
  @JsonText('public') pool!: DrawPool;
  @JsonText('public') rules!: DrawRules;
  /** The source as chosen; null in draws older than the choice, which are from escrow. */
  @JsonText('public', { nullable: true }) source!: SourceChoice | null;
  @ShortText(40, 'public') disclose!: string;
  @JsonText('public', { nullable: true }) firms!: readonly DrawFirm[] | null;
  @ShortText(64, 'public', { nullable: true }) prevVoid!: string | null;
  @JsonText('public', { nullable: true }) spec!: DrawSpec | null;
  @JsonText('public', { nullable: true }) lock!: DrawLock | null;
  @JsonText('public', { nullable: true }) result!: DrawResult | null;
  @JsonText('public', { nullable: true }) final!: DrawFinal | null;
  /** The quorum time of the lock: a round emitted earlier, or just after, does not count. */
  @Moment('public', { nullable: true }) lockedAt!: Instant | null;
  /** Dice or balls as entered in the room, waiting to be countersigned. */
  @LongText('public', { nullable: true }) symbols!: string | null;
  /** A void the operator asks the independent contributors to sign. */
  @JsonText('public', { nullable: true }) voidAsked!: VoidAsked | null;
  @JsonText('public', { nullable: true }) voided!: DrawVoid | null;
  /** The gate record whose cosigning the phase waits for. */
  @Ref('internal', { nullable: true }) pendingRecordId!: string | null;
  /** From then on a party that has not revealed may be forced open. */
  @Moment('public', { nullable: true }) revealBy!: Instant | null;
  @Moment('public') createdAt!: Instant;
  @Moment('public', { nullable: true }) drawnAt!: Instant | null;
}

/** A party of a draw and what it has given so far. */
@Entity('draw_party')
@Index('uq_draw_party', ['drawRowId', 'party'], { unique: true })
export class DrawPartyRow {
  @Key() id!: string;
  @Ref('public') drawRowId!: string;
  @ShortText(12, 'public') party!: DrawParty;
  @Ref('internal') organisationId!: string;
  @ShortText(64, 'public') publicKey!: string;
  @ShortText(100, 'public') recipient!: string;
  /** The platform's own nonce and holder key, encrypted under a key outside the database; erased with the result. */
  @LongText('sealed', { nullable: true }) secret!: string | null;
  @JsonText('public', { nullable: true }) input!: DrawInput | null;
  @JsonText('public', { nullable: true }) deposit!: DrawDeposit | null;
  @JsonText('public', { nullable: true }) reveal!: DrawReveal | null;
  @JsonText('public', { nullable: true }) forced!: DrawForced | null;
  @JsonText('public', { nullable: true }) throwSig!: PayloadSignature | null;
  @JsonText('public', { nullable: true }) voidSig!: PayloadSignature | null;
  @Moment('public') enrolledAt!: Instant;
}

/** A row of a pool that is private until disclosure. */
@Entity('draw_pool_row')
@Index('uq_draw_pool_row', ['drawRowId', 'i'], { unique: true })
export class DrawPoolRow {
  @Key() id!: string;
  @Ref() drawRowId!: string;
  @Whole('sealed') i!: number;
  @JsonText('sealed') row!: PoolRow;
}

/** A member left and the next of the sequence took the seat; never changed. */
@Entity('draw_event')
@Index('uq_draw_event_seq', ['drawRowId', 'seq'], { unique: true })
export class DrawEventRow {
  @Key(36, 'public') id!: string;
  @Ref('public') drawRowId!: string;
  @Whole('public') seq!: number;
  @JsonText('public') event!: DrawEvent;
  @Moment('public') at!: Instant;
}

export const DRAW_ENTITIES = [DrawRow, DrawPartyRow, DrawPoolRow, DrawEventRow];
