import { ApiProperty } from '@nestjs/swagger';
import { ENTERPRISE_STATES } from '@core/enterprise';
import { formatInstant } from '@core/kernel';
import type { Enterprise } from '@server/enterprise';
import { instantOrNull } from '../http/views';

export class QualificationView {
  @ApiProperty() type!: string;
  @ApiProperty() grade!: string;
  @ApiProperty() certificate!: string;
  @ApiProperty() validUntil!: string;
}

/** What everybody may know of an enterprise. */
export class PublicEnterpriseView {
  @ApiProperty() id!: string;
  @ApiProperty() creditCode!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ENTERPRISE_STATES }) state!: string;
  @ApiProperty({ type: String, nullable: true }) memberNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) verifiedAt!: string | null;
  @ApiProperty({ type: [QualificationView] }) qualifications!: QualificationView[];

  static of(this: void, row: Enterprise): PublicEnterpriseView {
    return {
      id: row.id,
      creditCode: row.creditCode,
      name: row.name,
      state: row.state,
      memberNumber: row.memberNumber,
      verifiedAt: instantOrNull(row.verifiedAt),
      qualifications: row.qualifications.map((one) => ({
        ...one,
        validUntil: formatInstant(one.validUntil),
      })),
    };
  }
}

/** The whole record, for its owner and the registrar. */
export class EnterpriseView extends PublicEnterpriseView {
  @ApiProperty() version!: number;
  @ApiProperty() address!: string;
  @ApiProperty() legalRepresentative!: string;
  @ApiProperty() contactName!: string;
  @ApiProperty() contactPhone!: string;
  @ApiProperty() bankName!: string;
  @ApiProperty() bankAccount!: string;
  @ApiProperty({ type: [String] }) missing!: string[];
  @ApiProperty({ type: String, nullable: true }) submittedAt!: string | null;

  static override of(this: void, row: Enterprise): EnterpriseView {
    const { version, address, legalRepresentative, contactName, contactPhone } = row;
    const { bankName, bankAccount } = row;
    return {
      ...PublicEnterpriseView.of(row),
      version,
      address,
      legalRepresentative,
      contactName,
      contactPhone,
      bankName,
      bankAccount,
      missing: [...row.missing],
      submittedAt: instantOrNull(row.submittedAt),
    };
  }
}
