import { parseInstant } from '@core/kernel';
import type { EnterpriseEdit } from '@server/enterprise';
import { ListOf, Secret, Text, Texts, UtcInstant } from '../http/fields';

export class RegisterEnterpriseDto {
  @Text({ max: 18, min: 18 }) creditCode!: string;
  @Text({ max: 120 }) name!: string;
  @Text({ max: 60, min: 3 }) username!: string;
  @Secret() password!: string;
  @Text({ max: 60 }) personName!: string;
}

export class QualificationDto {
  @Text({ max: 60 }) type!: string;
  @Text({ max: 30 }) grade!: string;
  @Text({ max: 60 }) certificate!: string;
  @UtcInstant() validUntil!: string;
}

export class EditEnterpriseDto {
  @Text({ max: 120 }) name!: string;
  @Text({ max: 200, min: 0 }) address!: string;
  @Text({ max: 60, min: 0 }) legalRepresentative!: string;
  @Text({ max: 60, min: 0 }) contactName!: string;
  @Text({ max: 30, min: 0 }) contactPhone!: string;
  @Text({ max: 100, min: 0 }) bankName!: string;
  @Text({ max: 40, min: 0 }) bankAccount!: string;
  @ListOf(() => QualificationDto, { max: 30 }) qualifications!: QualificationDto[];

  static toEdit(this: void, body: EditEnterpriseDto): EnterpriseEdit {
    return {
      ...body,
      qualifications: body.qualifications.map((one) => ({
        ...one,
        validUntil: parseInstant(one.validUntil) ?? 0,
      })),
    };
  }
}

export class AnswerDto {
  /** Everything that is missing; empty: complete. */
  @Texts({ max: 30, length: 200 }) missing!: string[];
}
