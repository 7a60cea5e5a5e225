import { ApiProperty } from '@nestjs/swagger';
import {
  CREDIT_KINDS,
  DECISION_KINDS,
  ENTERPRISE_STATES,
  isPublicAttachment,
  publicStaff,
  REVIEW_STATES,
  reviewOf,
  STAFF_ROLES,
  standingAt,
  ATTACHMENT_KINDS,
  type EnterpriseContent,
} from '@core/enterprise';
import { formatInstant, type Instant } from '@core/kernel';
import {
  versionInForce,
  workingContentOf,
  type CreditEntry,
  type Decision,
  type Enterprise,
  type PublicRecord,
} from '@server/enterprise';
import { instantOrNull } from '../http/views';

export class QualificationView {
  @ApiProperty() type!: string;
  @ApiProperty() grade!: string;
  @ApiProperty() certificate!: string;
  @ApiProperty() validUntil!: string;

  static of(this: void, row: EnterpriseContent['qualifications'][number]): QualificationView {
    return { ...row, validUntil: formatInstant(row.validUntil) };
  }
}

/** What everybody may know of a key person: never a number, never its digest. */
export class PublicStaffView {
  @ApiProperty() name!: string;
  @ApiProperty({ enum: STAFF_ROLES }) role!: string;
  @ApiProperty() certificateType!: string;
  @ApiProperty() certificate!: string;
  @ApiProperty() validUntil!: string;

  static of(this: void, row: EnterpriseContent['staff'][number]): PublicStaffView {
    const shown = publicStaff(row);
    return { ...shown, validUntil: formatInstant(shown.validUntil) };
  }
}

export class StaffView extends PublicStaffView {
  @ApiProperty() id!: string;

  static override of(this: void, row: EnterpriseContent['staff'][number]): StaffView {
    return { id: row.id, ...PublicStaffView.of(row) };
  }
}

export class AttachmentView {
  @ApiProperty() fileId!: string;
  @ApiProperty({ enum: ATTACHMENT_KINDS }) kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() sha256!: string;
}

export class DecisionView {
  @ApiProperty({ enum: DECISION_KINDS }) kind!: string;
  @ApiProperty() number!: string;
  @ApiProperty() reason!: string;
  @ApiProperty() authority!: string;
  @ApiProperty() from!: string;
  @ApiProperty({ type: String, nullable: true }) until!: string | null;

  static of(this: void, row: Decision): DecisionView {
    const { kind, number, reason, authority } = row;
    return {
      kind,
      number,
      reason,
      authority,
      from: formatInstant(row.fromAt),
      until: instantOrNull(row.untilAt),
    };
  }
}

export class CreditView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: CREDIT_KINDS }) kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() number!: string;
  @ApiProperty() authority!: string;
  @ApiProperty({ type: String, nullable: true }) tenderId!: string | null;
  @ApiProperty() decidedAt!: string;
  @ApiProperty() publishedAt!: string;
  @ApiProperty({ type: String, nullable: true }) restrictedUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) expiresAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) ruleId!: string | null;

  static of(this: void, row: CreditEntry): CreditView {
    const { id, kind, title, number, authority, tenderId, ruleId } = row;
    return {
      id,
      kind,
      title,
      number,
      authority,
      tenderId,
      ruleId,
      decidedAt: formatInstant(row.decidedAt),
      publishedAt: formatInstant(row.publishedAt),
      restrictedUntil: instantOrNull(row.restrictedUntil),
      expiresAt: instantOrNull(row.expiresAt),
    };
  }
}

/** One line of the public list. */
export class EnterpriseCardView {
  @ApiProperty() id!: string;
  @ApiProperty() creditCode!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ENTERPRISE_STATES }) state!: string;
  @ApiProperty({ type: String, nullable: true }) memberNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) verifiedAt!: string | null;

  static at(this: void, row: Enterprise, now: Instant): EnterpriseCardView {
    const { id, creditCode, name, memberNumber } = row;
    return {
      id,
      creditCode,
      name,
      state: standingAt(row, now),
      memberNumber,
      verifiedAt: instantOrNull(row.verifiedAt),
    };
  }
}

export class EnterprisePageView {
  @ApiProperty({ type: [EnterpriseCardView] }) items!: EnterpriseCardView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** What everybody may know of an enterprise. */
export class PublicEnterpriseView extends EnterpriseCardView {
  @ApiProperty({ type: Number, nullable: true }) version!: number | null;
  @ApiProperty() address!: string;
  @ApiProperty({ type: String, nullable: true }) suspendedUntil!: string | null;
  @ApiProperty({ type: [QualificationView] }) qualifications!: QualificationView[];
  @ApiProperty({ type: [PublicStaffView] }) staff!: PublicStaffView[];
  @ApiProperty({ type: [AttachmentView] }) attachments!: AttachmentView[];
  @ApiProperty({ type: [DecisionView] }) decisions!: DecisionView[];
  @ApiProperty({ type: [CreditView] }) credit!: CreditView[];

  static of(this: void, record: PublicRecord, now: Instant): PublicEnterpriseView {
    const { enterprise, content, decisions, credit } = record;
    return {
      ...EnterpriseCardView.at(enterprise, now),
      version: versionInForce(enterprise),
      address: content.address,
      suspendedUntil: instantOrNull(enterprise.suspendedUntil),
      qualifications: content.qualifications.map(QualificationView.of),
      staff: content.staff.map(PublicStaffView.of),
      attachments: content.attachments.filter((one) => isPublicAttachment(one.kind)),
      decisions: decisions.map(DecisionView.of),
      credit: credit.map(CreditView.of),
    };
  }
}

/** The record as its owner works on it: its change if there is one, else the version in force. */
export class EnterpriseView extends EnterpriseCardView {
  /** The last version handed in, and the one in force. */
  @ApiProperty() version!: number;
  @ApiProperty({ type: Number, nullable: true }) versionInForce!: number | null;
  /** What is under way, or null. */
  @ApiProperty({ enum: REVIEW_STATES, nullable: true, type: String }) review!: string | null;
  @ApiProperty() address!: string;
  @ApiProperty() legalRepresentative!: string;
  @ApiProperty() contactName!: string;
  @ApiProperty() contactPhone!: string;
  @ApiProperty() bankName!: string;
  @ApiProperty() bankAccount!: string;
  @ApiProperty({ type: [QualificationView] }) qualifications!: QualificationView[];
  @ApiProperty({ type: [StaffView] }) staff!: StaffView[];
  @ApiProperty({ type: [AttachmentView] }) attachments!: AttachmentView[];
  @ApiProperty({ type: [String] }) missing!: string[];
  @ApiProperty({ type: String, nullable: true }) submittedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) answerBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) cureBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) suspendedUntil!: string | null;

  static override at(this: void, row: Enterprise, now: Instant): EnterpriseView {
    const { creditCode: _, qualifications, staff, attachments, ...texts } = workingContentOf(row);
    return {
      ...EnterpriseCardView.at(row, now),
      ...texts,
      version: row.version,
      versionInForce: versionInForce(row),
      review: reviewOf(row),
      qualifications: qualifications.map(QualificationView.of),
      staff: staff.map(StaffView.of),
      attachments: [...attachments],
      missing: [...row.missing],
      submittedAt: instantOrNull(row.submittedAt),
      answerBy: instantOrNull(row.answerBy),
      cureBy: instantOrNull(row.cureBy),
      suspendedUntil: instantOrNull(row.suspendedUntil),
    };
  }
}
