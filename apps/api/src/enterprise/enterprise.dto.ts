import {
  ATTACHMENT_KINDS,
  DECISION_KINDS,
  DEFICIENCY_CODES,
  INQUIRY_KINDS,
  INQUIRY_RESULTS,
  STAFF_ROLES,
  type AttachmentKind,
  type DecisionKind,
  type DeficiencyCode,
  type EnterpriseDecision,
  type InquiryKind,
  type InquiryResult,
  type StaffRole,
} from '@core/enterprise';
import { parseInstant } from '@core/kernel';
import type { Answer, EnterpriseEdit, InquiryFacts, ViolationFacts } from '@server/enterprise';
import { Hex, Id, ListOf, OneOf, Secret, Text, UtcInstant } from '../http/fields';

export class RegisterEnterpriseDto {
  @Text({ max: 18, min: 18 }) creditCode!: string;
  @Text({ max: 120 }) name!: string;
  @Text({ max: 60, min: 3 }) username!: string;
  @Secret() password!: string;
  @Text({ max: 60 }) personName!: string;
  /** Of a firm whose record was imported: the code it got from the registrar. */
  @Text({ max: 20, min: 0, optional: true }) invitation?: string;
}

export class QualificationDto {
  @Text({ max: 60 }) type!: string;
  @Text({ max: 30 }) grade!: string;
  @Text({ max: 60 }) certificate!: string;
  @UtcInstant() validUntil!: string;
}

export class StaffDto {
  /** Of a person who stands in the record already. */
  @Id({ optional: true }) id?: string;
  @Text({ max: 60 }) name!: string;
  @OneOf(STAFF_ROLES) role!: StaffRole;
  @Text({ max: 60 }) certificateType!: string;
  @Text({ max: 60 }) certificate!: string;
  @UtcInstant() validUntil!: string;
  /** Needed for a new person; kept as a keyed digest only. */
  @Text({ max: 24, min: 0, optional: true }) idNumber?: string;
}

export class AttachmentDto {
  @Id() fileId!: string;
  @OneOf(ATTACHMENT_KINDS) kind!: AttachmentKind;
  @Text({ max: 100 }) title!: string;
}

const at = (text: string): number => parseInstant(text) ?? 0;

export class EditEnterpriseDto {
  @Text({ max: 120 }) name!: string;
  @Text({ max: 200, min: 0 }) address!: string;
  @Text({ max: 60, min: 0 }) legalRepresentative!: string;
  @Text({ max: 60, min: 0 }) contactName!: string;
  @Text({ max: 30, min: 0 }) contactPhone!: string;
  @Text({ max: 100, min: 0 }) bankName!: string;
  @Text({ max: 40, min: 0 }) bankAccount!: string;
  @ListOf(() => QualificationDto, { max: 30 }) qualifications!: QualificationDto[];
  /** Left out: as they are. */
  @ListOf(() => StaffDto, { max: 40, optional: true }) staff?: StaffDto[];
  /** Left out: as they are. */
  @ListOf(() => AttachmentDto, { max: 40, optional: true }) attachments?: AttachmentDto[];

  static toEdit(this: void, body: EditEnterpriseDto): EnterpriseEdit {
    const { staff, attachments, qualifications, ...plain } = body;
    return {
      ...plain,
      qualifications: qualifications.map((one) => ({ ...one, validUntil: at(one.validUntil) })),
      ...(staff ? { staff: staff.map((one) => ({ ...one, validUntil: at(one.validUntil) })) } : {}),
      ...(attachments ? { attachments } : {}),
    };
  }
}

export class DeficiencyDto {
  @OneOf(DEFICIENCY_CODES) code!: DeficiencyCode;
  @Text({ max: 200 }) note!: string;
}

export class AnswerDto {
  /** Everything that is missing; empty: complete. */
  @ListOf(() => DeficiencyDto, { max: 30 }) missing!: DeficiencyDto[];
  /** Why something is asked for only now. */
  @Text({ max: 200, min: 0, optional: true }) reason?: string;

  static toAnswer(this: void, { missing, reason }: AnswerDto): Answer {
    return { missing: missing.map(({ code, note }) => ({ code, note })), reason: reason ?? '' };
  }
}

export class DecisionDto {
  @OneOf(DECISION_KINDS) kind!: DecisionKind;
  @Text({ max: 80 }) number!: string;
  @Text({ max: 2000 }) reason!: string;
  /** End of a suspension; left out: until further notice. */
  @UtcInstant({ optional: true }) until?: string;

  static toDecision(this: void, body: DecisionDto): Omit<EnterpriseDecision, 'from'> {
    const { until, ...rest } = body;
    return { ...rest, until: until === undefined ? null : at(until) };
  }
}

export class InquiryDto {
  @OneOf(INQUIRY_KINDS) kind!: InquiryKind;
  @Text({ max: 120 }) source!: string;
  @OneOf(INQUIRY_RESULTS) result!: InquiryResult;
  @Text({ max: 200, min: 0 }) note!: string;
  @UtcInstant() queriedAt!: string;
  /** What the register answered: a print or a picture of its page. */
  @Id() fileId!: string;

  static toFacts(this: void, { queriedAt, ...rest }: InquiryDto): InquiryFacts {
    return { ...rest, queriedAt: at(queriedAt) };
  }
}

export class ViolationDto {
  @Text({ max: 200 }) title!: string;
  @Text({ max: 80 }) number!: string;
  @UtcInstant() decidedAt!: string;
  /** End of the restriction the decision imposes. */
  @UtcInstant({ optional: true }) restrictedUntil?: string;

  static toFacts(this: void, body: ViolationDto): ViolationFacts {
    const { title, number, decidedAt, restrictedUntil } = body;
    return {
      title,
      number,
      decidedAt: at(decidedAt),
      restrictedUntil: restrictedUntil === undefined ? null : at(restrictedUntil),
    };
  }
}

export class WithdrawCreditDto {
  @Text({ max: 200 }) reason!: string;
}

export class ImportDto {
  @Id() fileId!: string;
}

export class CommitImportDto extends ImportDto {
  /** The digest the report was made for. */
  @Hex(32) sha256!: string;
}
