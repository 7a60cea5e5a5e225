import { fen } from '@core/kernel';
import {
  METHODS,
  PROCEDURE_MEASURES,
  PROJECT_KINDS,
  type Method,
  type ProcedureMeasure,
  type ProcedureTable,
  type ProjectKind,
} from '@core/rules';
import { FenText, Id, LegalDate, ListOf, OneOf, Text, Texts } from '../http/fields';

export class ProcedureBandDto {
  /** Below this sum. */
  @FenText() belowFen!: string;
  @Texts({ max: METHODS.length, length: 30 }) methods!: Method[];
  /** Who must have decided before; left out: nobody. */
  @Text({ max: 60, min: 0, optional: true }) decidedBy?: string;
}

/** A table as it is typed off a document. */
export class ProcedureTableDto {
  @Id() organisationId!: string;
  @Text({ max: 120 }) documentNumber!: string;
  @Text({ max: 200 }) title!: string;
  /** Conclusion of its fair competition review. */
  @Text({ max: 120 }) fairCompetitionReview!: string;
  /** The document, uploaded before. */
  @Id() fileId!: string;
  @OneOf(PROCEDURE_MEASURES) measure!: ProcedureMeasure;
  @Texts({ max: PROJECT_KINDS.length, length: 10 }) kinds!: ProjectKind[];
  @ListOf(() => ProcedureBandDto, { max: 12 }) bands!: ProcedureBandDto[];
  @LegalDate() inForceFrom!: string;
  @LegalDate({ optional: true }) inForceTo?: string;

  static toTable(this: void, body: ProcedureTableDto): ProcedureTable {
    const { documentNumber, title, fairCompetitionReview, measure, kinds, bands } = body;
    const { inForceFrom, inForceTo = null } = body;
    return {
      documentNumber,
      title,
      fairCompetitionReview,
      measure,
      kinds,
      from: inForceFrom,
      to: inForceTo,
      bands: bands.map(({ belowFen, methods, decidedBy = '' }) => ({
        below: fen(Number(belowFen)),
        methods,
        decidedBy,
      })),
    };
  }
}

export class EndProcedureDto {
  @Text({ max: 500 }) reason!: string;
}
