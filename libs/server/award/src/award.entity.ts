import { Entity, Index } from 'typeorm';
import type { Fen, Instant } from '@core/kernel';
import type { DecisionWay, PassOverGround } from '@core/tender';
import {
  FenAmount,
  Key,
  LongText,
  Moment,
  Personal,
  Ref,
  ShortText,
  Whole,
} from '@server/platform';

/** A published, ranked candidate. */
@Entity('candidate')
@Index('uq_candidate_lot_rank', ['tenderId', 'lot', 'rank'], { unique: true })
export class CandidateRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @Whole('public', { default: 1 }) lot!: number;
  /** His rank; where the panel does not rank, the number under which he is listed. */
  @Whole('public') rank!: number;
  @Ref('public') enterpriseId!: string;
  @ShortText(120, 'public') name!: string;
  /** Null where no price was offered (a lottery). */
  @FenAmount('public', { nullable: true }) price!: Fen | null;
  @Moment('public') publishedAt!: Instant;
  /** When the candidate was left out after an upheld objection, and on what ground of law. */
  @Moment('public', { nullable: true }) passedOverAt!: Instant | null;
  @ShortText(16, 'public', { nullable: true }) passedOverGround!: PassOverGround | null;
}

/** The award of a lot. */
@Entity('lot_award')
@Index('uq_lot_award', ['tenderId', 'lot'], { unique: true })
@Index('ix_lot_award_enterprise', ['enterpriseId', 'awardedAt'])
export class AwardRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @Whole('public') lot!: number;
  @Ref('public') enterpriseId!: string;
  @ShortText(120, 'public') name!: string;
  @FenAmount('public', { nullable: true }) price!: Fen | null;
  @Moment('public') awardedAt!: Instant;
}

/** An award that became void after an upheld query, before a contract was signed. */
@Entity('void_award')
@Index('ix_void_award_tender', ['tenderId', 'voidedAt'])
export class VoidAwardRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @Whole('public') lot!: number;
  @Ref('public') enterpriseId!: string;
  @ShortText(120, 'public') name!: string;
  @FenAmount('public', { nullable: true }) price!: Fen | null;
  @Moment('public') awardedAt!: Instant;
  @Moment('public') voidedAt!: Instant;
}

/** What a tenderer's committee decided of a lot (定标), with its minutes; a lot whose award became void may have several. */
@Entity('award_decision')
@Index('ix_award_decision_tender', ['tenderId', 'decidedAt'])
export class AwardDecisionRow {
  @Key() id!: string;
  @Ref('public') tenderId!: string;
  @Whole('public') lot!: number;
  @ShortText(12, 'public') way!: DecisionWay;
  /** Names, posts and votes of the members, as JSON. */
  @Personal() members!: string;
  @Ref('public') candidateId!: string;
  @LongText('public') reason!: string;
  @Ref() fileId!: string;
  @Moment('public') decidedAt!: Instant;
}

/** A letter to one bidder of a lot: the award, or the result. */
@Entity('letter')
@Index('uq_letter_lot_enterprise', ['tenderId', 'lot', 'enterpriseId'], { unique: true })
@Index('ix_letter_enterprise', ['enterpriseId'])
export class LetterRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Whole('internal', { default: 1 }) lot!: number;
  @Ref() enterpriseId!: string;
  @ShortText(10, 'internal') kind!: 'award' | 'result';
  @ShortText(20, 'internal') number!: string;
  @Ref('internal', { nullable: true }) fileId!: string | null;
  @ShortText(64, 'internal', { nullable: true }) fingerprint!: string | null;
  @Moment() sentAt!: Instant;
  /** When its award became void; null: it is in force. */
  @Moment('internal', { nullable: true }) voidedAt!: Instant | null;
}

export const AWARD_ENTITIES = [CandidateRow, AwardRow, VoidAwardRow, AwardDecisionRow, LetterRow];
