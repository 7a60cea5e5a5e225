import { ApiProperty } from '@nestjs/swagger';
import {
  DEFICIENCY_CODES,
  INQUIRY_KINDS,
  INQUIRY_RESULTS,
  inquiryState,
  ROW_FAULTS,
  SHEET_COLUMNS,
} from '@core/enterprise';
import { formatInstant, type Instant } from '@core/kernel';
import type {
  Dossier,
  DeficiencyLetter,
  HistoryEntry,
  ImportReport,
  Inquiry,
  Invitation,
} from '@server/enterprise';
import { SCAN_STATES } from '@server/platform';
import { DifferenceView, instantOrNull } from '../http/views';
import { CreditView, DecisionView, EnterpriseView } from './enterprise.view';

export class VersionView {
  @ApiProperty() version!: number;
  @ApiProperty() submittedAt!: string;
  @ApiProperty({ type: String, nullable: true }) submittedBy!: string | null;
  @ApiProperty({ enum: ['verified', 'returned'], nullable: true, type: String })
  verdict!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) answerBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) digest!: string | null;

  static of(this: void, entry: HistoryEntry): VersionView {
    const { version, submittedBy, answeredBy } = entry;
    return {
      version: version.version,
      submittedAt: formatInstant(version.createdAt),
      submittedBy,
      verdict: version.verdict,
      answeredAt: instantOrNull(version.answeredAt),
      answeredBy,
      answerBy: instantOrNull(version.answerBy),
      digest: version.digest,
    };
  }
}

export class DeficiencyView {
  @ApiProperty({ enum: DEFICIENCY_CODES }) code!: string;
  @ApiProperty() note!: string;
  /** It was there at first and is asked for only now. */
  @ApiProperty() late!: boolean;
}

export class DeficiencyLetterView {
  @ApiProperty() id!: string;
  @ApiProperty() version!: number;
  @ApiProperty() number!: string;
  @ApiProperty({ type: [DeficiencyView] }) items!: DeficiencyView[];
  @ApiProperty() reason!: string;
  @ApiProperty() issuedAt!: string;
  @ApiProperty({ type: String, nullable: true }) answerBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) cureBy!: string | null;
  /** Whether the printed letter is there. */
  @ApiProperty() ready!: boolean;
  @ApiProperty({ type: String, nullable: true }) fingerprint!: string | null;

  static of(this: void, row: DeficiencyLetter): DeficiencyLetterView {
    const { id, version, number, reason, fingerprint } = row;
    return {
      id,
      version,
      number,
      reason,
      fingerprint,
      items: row.items.map((one) => ({ ...one, late: row.late.includes(one.code) })),
      issuedAt: formatInstant(row.issuedAt),
      answerBy: instantOrNull(row.answerBy),
      cureBy: instantOrNull(row.cureBy),
      ready: row.fileId !== null,
    };
  }
}

export class InquiryView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: INQUIRY_KINDS }) kind!: string;
  @ApiProperty() source!: string;
  @ApiProperty({ enum: INQUIRY_RESULTS }) result!: string;
  @ApiProperty() note!: string;
  @ApiProperty() queriedAt!: string;
  @ApiProperty() validUntil!: string;
  @ApiProperty({ enum: ['registrar', 'firm'] }) givenBy!: string;
  @ApiProperty({ enum: ['unconfirmed', 'valid', 'expired'] }) state!: string;
  @ApiProperty({ type: String, nullable: true }) fileId!: string | null;

  static at(this: void, row: Inquiry, now: Instant): InquiryView {
    const { id, kind, source, result, note, givenBy, fileId } = row;
    return {
      id,
      kind,
      source,
      result,
      note,
      givenBy,
      fileId,
      queriedAt: formatInstant(row.queriedAt),
      validUntil: formatInstant(row.validUntil),
      state: inquiryState(row, now),
    };
  }
}

class ElsewhereView {
  /** The key person of this record. */
  @ApiProperty() name!: string;
  @ApiProperty() enterpriseId!: string;
  @ApiProperty() enterpriseName!: string;
}

class ScanView {
  @ApiProperty() fileId!: string;
  @ApiProperty({ enum: SCAN_STATES, nullable: true, type: String }) scan!: string | null;
}

export class HistoryCreditView extends CreditView {
  @ApiProperty({ type: String, nullable: true }) withdrawnAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) withdrawnReason!: string | null;
}

/** Everything the register holds about a firm. */
export class DossierView {
  @ApiProperty({ type: EnterpriseView }) enterprise!: EnterpriseView;
  @ApiProperty({ type: [DifferenceView] }) differences!: DifferenceView[];
  @ApiProperty({ type: [VersionView] }) versions!: VersionView[];
  @ApiProperty({ type: [DeficiencyLetterView] }) letters!: DeficiencyLetterView[];
  @ApiProperty({ type: [DecisionView] }) decisions!: DecisionView[];
  @ApiProperty({ type: [InquiryView] }) inquiries!: InquiryView[];
  @ApiProperty({ type: [HistoryCreditView] }) credit!: HistoryCreditView[];
  @ApiProperty({ type: [ElsewhereView] }) elsewhere!: ElsewhereView[];
  @ApiProperty({ type: [ScanView] }) scans!: ScanView[];

  static at(this: void, dossier: Dossier, now: Instant): DossierView {
    const { enterprise, working, elsewhere, scans } = dossier;
    const nameOf = (digest: string): string =>
      working.staff.find((one) => one.idDigest === digest)?.name ?? '';
    return {
      enterprise: EnterpriseView.at(enterprise, now),
      differences: dossier.differences.map(DifferenceView.of),
      versions: dossier.history.map(VersionView.of),
      letters: dossier.letters.map(DeficiencyLetterView.of),
      decisions: dossier.decisions.map(DecisionView.of),
      inquiries: dossier.inquiries.map((one) => InquiryView.at(one, now)),
      credit: dossier.credit.map((one) => ({
        ...CreditView.of(one),
        withdrawnAt: instantOrNull(one.withdrawnAt),
        withdrawnReason: one.withdrawnReason,
      })),
      elsewhere: elsewhere.map(({ idDigest, enterpriseId, enterpriseName }) => ({
        name: nameOf(idDigest),
        enterpriseId,
        enterpriseName,
      })),
      scans: [...scans].map(([fileId, scan]) => ({ fileId, scan })),
    };
  }
}

const COLUMN_KEYS = SHEET_COLUMNS.map((one) => one.key);

class RowFaultView {
  @ApiProperty() line!: number;
  @ApiProperty({ enum: COLUMN_KEYS }) column!: string;
  @ApiProperty({ enum: ROW_FAULTS }) code!: string;
}

class ImportRowView {
  @ApiProperty() line!: number;
  @ApiProperty() creditCode!: string;
  @ApiProperty() name!: string;
}

/** A sheet, read row by row; nothing has been changed yet. */
export class ImportReportView {
  @ApiProperty() sha256!: string;
  @ApiProperty({ type: [ImportRowView] }) rows!: ImportRowView[];
  @ApiProperty({ type: [RowFaultView] }) faults!: RowFaultView[];

  static of(this: void, { sha256, rows, faults }: ImportReport): ImportReportView {
    return {
      sha256,
      rows: rows.map(({ line, content }) => ({
        line,
        creditCode: content.creditCode,
        name: content.name,
      })),
      faults: faults.map((one) => ({ ...one })),
    };
  }
}

export class ImportedFirmView extends ImportRowView {
  /** Shown this once. */
  @ApiProperty() code!: string;

  static of(this: void, { line, creditCode, name, code }: Invitation): ImportedFirmView {
    return { line, creditCode, name, code };
  }
}
