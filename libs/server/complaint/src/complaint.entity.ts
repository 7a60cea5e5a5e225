import { Entity, Index } from 'typeorm';
import type {
  ComplaintOutcome,
  ComplaintState,
  ComplaintSubject,
  NotAcceptedGround,
  PauseKind,
  StopReason,
} from '@core/complaint';
import type { Instant } from '@core/kernel';
import type { LegalDate } from '@core/rules';
import type { ComplaintOrder } from '@core/tender';
import { Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A complaint to the supervising authority; its parties and the authority read it, everybody what was decided. */
@Entity('complaint')
@Index('uq_complaint_code', ['code'], { unique: true })
@Index('ix_complaint_tender', ['tenderId', 'filedAt'])
@Index('ix_complaint_enterprise', ['enterpriseId', 'filedAt'])
@Index('ix_complaint_state', ['state', 'filedAt'])
export class ComplaintRow {
  @Key() id!: string;
  @ShortText(20, 'internal') code!: string;
  @Ref() tenderId!: string;
  /** The lot it is about; null: the whole tender. */
  @Whole('internal', { nullable: true }) lot!: number | null;
  @Ref() enterpriseId!: string;
  @ShortText(120, 'internal') enterpriseName!: string;
  @ShortText(12, 'internal') subject!: ComplaintSubject;
  /** The objection that came first; null: none had to, or it was raised in the hall. */
  @Ref('internal', { nullable: true }) objectionId!: string | null;
  @LongText('internal') text!: string;
  @LongText('internal') claim!: string;
  @LongText('internal') interest!: string;
  /** The day the firm says it came to know. */
  @ShortText(10, 'internal') knownOn!: LegalDate;
  @Moment() filedAt!: Instant;
  @ShortText(14, 'internal') state!: ComplaintState;
  /** The authority that took it up; null: nobody has yet. */
  @Ref('internal', { nullable: true }) authorityId!: string | null;
  @ShortText(120, 'internal', { nullable: true }) authorityName!: string | null;
  @LongText('internal', { nullable: true }) lacking!: string | null;
  @Moment('internal', { nullable: true }) correctionAskedAt!: Instant | null;
  @Moment('internal', { nullable: true }) correctBy!: Instant | null;
  @LongText('internal', { nullable: true }) correction!: string | null;
  @Moment('internal', { nullable: true }) correctedAt!: Instant | null;
  @ShortText(16, 'internal', { nullable: true }) ground!: NotAcceptedGround | null;
  /** Why it was not accepted, or to whom its firm has to turn. */
  @LongText('internal', { nullable: true }) refusal!: string | null;
  @Moment('internal', { nullable: true }) acceptedAt!: Instant | null;
  @LongText('internal', { nullable: true }) answer!: string | null;
  @Moment('internal', { nullable: true }) answeredAt!: Instant | null;
  @LongText('internal', { nullable: true }) withdrawal!: string | null;
  @Moment('internal', { nullable: true }) withdrawalAskedAt!: Instant | null;
  @LongText('internal', { nullable: true }) withdrawalAnswer!: string | null;
  @ShortText(10, 'public', { nullable: true }) outcome!: ComplaintOutcome | null;
  @LongText('public', { nullable: true }) findings!: string | null;
  @LongText('public', { nullable: true }) basis!: string | null;
  @ShortText(20, 'public', { nullable: true }) ordered!: ComplaintOrder | null;
  @ShortText(200, 'public', { nullable: true }) citation!: string | null;
  /** SHA-256 over the decision, as it stands in the log. */
  @ShortText(64, 'public', { nullable: true }) digest!: string | null;
  @Moment('internal', { nullable: true }) endedAt!: Instant | null;
  @Ref('internal', { nullable: true }) endedBy!: string | null;
  /** The decision on paper; null: not printed yet. */
  @Ref('internal', { nullable: true }) fileId!: string | null;
}

/** Who attached a file. */
export type EvidenceSide = 'complainant' | 'respondent' | 'authority';

/** A file that came with a complaint, an answer, or a stop of its clock. */
@Entity('complaint_file')
@Index('ix_complaint_file', ['complaintId', 'addedAt'])
export class ComplaintFileRow {
  @Key() id!: string;
  @Ref() complaintId!: string;
  @ShortText(12, 'internal') side!: EvidenceSide;
  @Ref() fileId!: string;
  @ShortText(255, 'internal') name!: string;
  @ShortText(64, 'internal') sha256!: string;
  @Whole('internal') size!: number;
  @Moment() addedAt!: Instant;
}

/** A time in which the clock of a complaint, or the award, stood still. */
@Entity('complaint_pause')
@Index('ix_complaint_pause', ['complaintId', 'startedAt'])
@Index('ix_complaint_pause_tender', ['tenderId', 'kind'])
export class ComplaintPauseRow {
  @Key() id!: string;
  @Ref() complaintId!: string;
  @Ref() tenderId!: string;
  @ShortText(12, 'internal') kind!: PauseKind;
  @Moment() startedAt!: Instant;
  @Moment('internal', { nullable: true }) endedAt!: Instant | null;
  /** When it ends by itself; null: by a command alone. */
  @Moment('internal', { nullable: true }) endsBy!: Instant | null;
  /** Why the clock stands still; null: it is the award that does. */
  @ShortText(16, 'internal', { nullable: true }) reason!: StopReason | null;
  @LongText('internal') text!: string;
  @ShortText(200, 'internal', { nullable: true }) citation!: string | null;
}

export const COMPLAINT_ENTITIES = [ComplaintRow, ComplaintFileRow, ComplaintPauseRow];
