import { Entity, Index } from 'typeorm';
import type {
  CreditKind,
  DecisionKind,
  Deficiency,
  DeficiencyCode,
  InquiryKind,
  InquiryResult,
} from '@core/enterprise';
import type { Instant } from '@core/kernel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A letter that tells everything that is missing at once (一次性告知书). */
@Entity('enterprise_letter')
@Index('uq_enterprise_letter_version', ['enterpriseId', 'version'], { unique: true })
export class LetterRow {
  @Key() id!: string;
  @Ref() enterpriseId!: string;
  @Whole() version!: number;
  @ShortText(20, 'internal') number!: string;
  @JsonText('internal') items!: readonly Deficiency[];
  /** What could have been asked for in the first letter. */
  @JsonText('internal') late!: readonly DeficiencyCode[];
  @ShortText(255, 'internal') reason!: string;
  @Ref() issuedBy!: string;
  @Moment() issuedAt!: Instant;
  @Moment() submittedAt!: Instant;
  @Moment('internal', { nullable: true }) answerBy!: Instant | null;
  @Moment('internal', { nullable: true }) cureBy!: Instant | null;
  @Ref('internal', { nullable: true }) fileId!: string | null;
  @ShortText(64, 'internal', { nullable: true }) fingerprint!: string | null;
}

/** A decision of a supervising authority about a record. */
@Entity('enterprise_decision')
@Index('ix_enterprise_decision', ['enterpriseId', 'enteredAt'])
export class DecisionRow {
  @Key(36, 'public') id!: string;
  @Ref('public') enterpriseId!: string;
  @ShortText(12, 'public') kind!: DecisionKind;
  @ShortText(80, 'public') number!: string;
  @LongText('public') reason!: string;
  @ShortText(120, 'public') authority!: string;
  @Moment('public') fromAt!: Instant;
  @Moment('public', { nullable: true }) untilAt!: Instant | null;
  @Ref() enteredBy!: string;
  @Moment('public') enteredAt!: Instant;
}

/** A question put to a register elsewhere, and its answer. */
@Entity('enterprise_inquiry')
@Index('ix_enterprise_inquiry', ['enterpriseId', 'queriedAt'])
export class InquiryRow {
  @Key() id!: string;
  @Ref() enterpriseId!: string;
  @ShortText(20, 'internal') kind!: InquiryKind;
  @ShortText(120, 'internal') source!: string;
  @ShortText(10, 'internal') result!: InquiryResult;
  @ShortText(255, 'internal') note!: string;
  @Moment() queriedAt!: Instant;
  @Moment() validUntil!: Instant;
  @Ref('internal', { nullable: true }) fileId!: string | null;
  @ShortText(10, 'internal') givenBy!: 'registrar' | 'firm';
  @Ref() recordedBy!: string;
  @Moment() recordedAt!: Instant;
  @Ref('internal', { nullable: true }) confirmedBy!: string | null;
  @Moment('internal', { nullable: true }) confirmedAt!: Instant | null;
}

/** An entry of the credit record. It is never deleted: withdrawn ones and those that ran out stay in the history. */
@Entity('enterprise_credit')
@Index('uq_enterprise_credit_number', ['enterpriseId', 'kind', 'number'], { unique: true })
@Index('ix_enterprise_credit', ['enterpriseId', 'publishedAt'])
export class CreditRow {
  @Key(36, 'public') id!: string;
  @Ref('public') enterpriseId!: string;
  @ShortText(12, 'public') kind!: CreditKind;
  @ShortText(200, 'public') title!: string;
  @ShortText(80, 'public') number!: string;
  @ShortText(120, 'public') authority!: string;
  @ShortText(12, 'public', { nullable: true }) grade!: string | null;
  @Ref('public', { nullable: true }) tenderId!: string | null;
  @Moment('public') decidedAt!: Instant;
  @Moment('public') publishedAt!: Instant;
  @Moment('public', { nullable: true }) restrictedUntil!: Instant | null;
  @Moment('public', { nullable: true }) expiresAt!: Instant | null;
  /** The rule `expiresAt` was counted by. */
  @ShortText(60, 'public', { nullable: true }) ruleId!: string | null;
  @Ref('internal', { nullable: true }) enteredBy!: string | null;
  @Moment('internal', { nullable: true }) withdrawnAt!: Instant | null;
  @Ref('internal', { nullable: true }) withdrawnBy!: string | null;
  @ShortText(255, 'internal', { nullable: true }) withdrawnReason!: string | null;
}

/** A sheet that was taken over; the same bytes are taken over once. */
@Entity('enterprise_import')
@Index('uq_enterprise_import_file', ['sha256'], { unique: true })
export class ImportRow {
  @Key() id!: string;
  @ShortText(64, 'internal') sha256!: string;
  @ShortText(255, 'internal') fileName!: string;
  @Whole() rows!: number;
  @Whole() taken!: number;
  @Ref() importedBy!: string;
  @Moment() importedAt!: Instant;
}

export const REGISTER_ENTITIES = [LetterRow, DecisionRow, InquiryRow, CreditRow, ImportRow];
