import { ApiProperty } from '@nestjs/swagger';
import { fenToWire, type Instant } from '@core/kernel';
import {
  isInForce,
  legalDate,
  METHODS,
  PROCEDURE_MEASURES,
  PROJECT_KINDS,
  type ProcedureBand,
} from '@core/rules';
import type { KeptTable } from '@server/procedure';
import { instantOrNull } from '../http/views';

/** A band of a table: from the limit before it to below its own. */
export class ProcedureBandView {
  @ApiProperty() fromFen!: string;
  @ApiProperty() belowFen!: string;
  @ApiProperty({ enum: METHODS, isArray: true }) methods!: string[];
  /** Who must have decided before; empty: nobody. */
  @ApiProperty() decidedBy!: string;

  static of(this: void, band: ProcedureBand, before: ProcedureBand | undefined): ProcedureBandView {
    return {
      fromFen: before === undefined ? '0' : fenToWire(before.below),
      belowFen: fenToWire(band.below),
      methods: [...band.methods],
      decidedBy: band.decidedBy,
    };
  }
}

/** What a place's own document allows below the thresholds, as everybody may read it. */
export class ProcedureTableView {
  @ApiProperty() id!: string;
  @ApiProperty() organisationName!: string;
  @ApiProperty() documentNumber!: string;
  @ApiProperty() title!: string;
  @ApiProperty() fairCompetitionReview!: string;
  /** Fingerprint of the document (SHA-256). */
  @ApiProperty() sha256!: string;
  @ApiProperty({ enum: PROCEDURE_MEASURES }) measure!: string;
  @ApiProperty({ enum: PROJECT_KINDS, isArray: true }) kinds!: string[];
  @ApiProperty({ type: [ProcedureBandView] }) bands!: ProcedureBandView[];
  /** First and last legal date, `YYYY-MM-DD`. */
  @ApiProperty() inForceFrom!: string;
  @ApiProperty({ type: String, nullable: true }) inForceTo!: string | null;
  /** Whether it decides now: in force, and not ended. */
  @ApiProperty() decides!: boolean;
  @ApiProperty({ type: String, nullable: true }) endedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason!: string | null;

  static of(this: void, row: KeptTable, now: Instant): ProcedureTableView {
    const { id, organisationName, documentNumber, title, measure, kinds, endReason } = row;
    const { inForceFrom, inForceTo, endedAt, bands } = row;
    return {
      id,
      organisationName,
      documentNumber,
      title,
      fairCompetitionReview: row.fairCompetitionReview,
      sha256: row.sha256,
      measure,
      kinds: [...kinds],
      bands: bands.map((band, at) => ProcedureBandView.of(band, bands[at - 1])),
      inForceFrom,
      inForceTo,
      decides: endedAt === null && isInForce({ from: inForceFrom, to: inForceTo }, legalDate(now)),
      endedAt: instantOrNull(endedAt),
      endReason,
    };
  }
}

/** A place that may have a document of its own. */
export class ProcedurePlaceView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
}
