import { Entity, Index } from 'typeorm';
import type {
  Attachment,
  EnterpriseState,
  Qualification,
  ReviewState,
  StaffRole,
} from '@core/enterprise';
import type { Instant } from '@core/kernel';
import { JsonText, Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/**
 * One bidder of the county's register; its id is that of its organisation. Once a version was verified, the fields are
 * that version, in force; what the firm changes meanwhile is `pending`, and `review` says how far it is.
 */
@Entity('enterprise')
@Index('uq_enterprise_credit_code', ['creditCode'], { unique: true })
@Index('ix_enterprise_state', ['state', 'submittedAt'])
export class EnterpriseRow {
  @Key() id!: string;
  @ShortText(18, 'public') creditCode!: string;
  @ShortText(120, 'public') name!: string;
  @ShortText(12, 'public') state!: EnterpriseState;
  @Whole() version!: number;
  @ShortText(200, 'public') address!: string;
  @Personal() legalRepresentative!: string;
  @Personal() contactName!: string;
  @Personal() contactPhone!: string;
  @Personal() bankName!: string;
  @Personal() bankAccount!: string;
  @JsonText('public') qualifications!: readonly Qualification[];
  @JsonText('internal') missing!: readonly string[];
  @ShortText(20, 'public', { nullable: true }) memberNumber!: string | null;
  @Ref('internal', { nullable: true }) verifiedBy!: string | null;
  @Moment() createdAt!: Instant;
  @Moment('internal', { nullable: true }) submittedAt!: Instant | null;
  @Moment('public', { nullable: true }) verifiedAt!: Instant | null;
  /** The content under change, as JSON; null while nothing is under change. */
  @Personal({ nullable: true }) pending!: string | null;
  @ShortText(12, 'internal', { nullable: true }) review!: ReviewState | null;
  /** Key staff, as JSON. */
  @Personal({ nullable: true }) staff!: string | null;
  @JsonText('internal', { nullable: true }) attachments!: readonly Attachment[] | null;
  /** The version in force; null in rows older than the question, whose version it is. */
  @Whole('public', { nullable: true }) verifiedVersion!: number | null;
  @Moment('public', { nullable: true }) suspendedUntil!: Instant | null;
  /** Until when the registrar answers, and the firm mends. */
  @Moment('internal', { nullable: true }) answerBy!: Instant | null;
  @Moment('internal', { nullable: true }) cureBy!: Instant | null;
  /** `import` for a record that came from a sheet; null: the firm's own. */
  @ShortText(8, 'internal', { nullable: true }) source!: string | null;
  /** SHA-256 of the code with which the firm takes an imported record over; null once it has. */
  @ShortText(64, 'internal', { nullable: true }) invitation!: string | null;
}

/** What an enterprise looked like in one version: a bid refers to the version it used. */
@Entity('enterprise_version')
@Index('uq_enterprise_version', ['enterpriseId', 'version'], { unique: true })
export class EnterpriseVersionRow {
  @Key() id!: string;
  @Ref() enterpriseId!: string;
  @Whole() version!: number;
  @Personal() content!: string;
  @Moment() createdAt!: Instant;
  /** Digest of content and row id; it stands in the log. */
  @ShortText(64, 'internal', { nullable: true }) digest!: string | null;
  @Ref('internal', { nullable: true }) submittedBy!: string | null;
  @Moment('internal', { nullable: true }) answerBy!: Instant | null;
  @ShortText(12, 'internal', { nullable: true }) verdict!: 'verified' | 'returned' | null;
  @Ref('internal', { nullable: true }) answeredBy!: string | null;
  @Moment('internal', { nullable: true }) answeredAt!: Instant | null;
}

/** A key person of a version, found again by the digest of the identity number. */
@Entity('enterprise_staff')
@Index('ix_enterprise_staff_digest', ['idDigest'])
@Index('ix_enterprise_staff_enterprise', ['enterpriseId', 'version'])
export class EnterpriseStaffRow {
  @Key() id!: string;
  @Ref() enterpriseId!: string;
  @Whole() version!: number;
  @ShortText(64, 'internal') idDigest!: string;
  @Personal() name!: string;
  @ShortText(20, 'internal') role!: StaffRole;
}

export const ENTERPRISE_ENTITIES = [EnterpriseRow, EnterpriseVersionRow, EnterpriseStaffRow];
