import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { LegalDate, ProcedureBand, ProcedureMeasure, ProjectKind } from '@core/rules';
import { JsonText, Key, Moment, Ref, ShortText } from '@server/platform';

/** The table of ways below the thresholds out of a place's own document (限额以下分档). Never changed, only ended. */
@Entity('procedure_table')
@Index('ix_procedure_table_organisation', ['organisationId', 'keptAt'])
export class ProcedureTableRow {
  @Key() id!: string;
  /** The place it holds in, with everything below it. */
  @Ref('public') organisationId!: string;
  @ShortText(120, 'public') organisationName!: string;
  @ShortText(120, 'public') documentNumber!: string;
  @ShortText(200, 'public') title!: string;
  /** Number of the conclusion of its fair competition review. */
  @ShortText(120, 'public') fairCompetitionReview!: string;
  /** The document itself, and its fingerprint. */
  @Ref('public') fileId!: string;
  @ShortText(64, 'public') sha256!: string;
  @ShortText(12, 'public') measure!: ProcedureMeasure;
  @JsonText('public') kinds!: readonly ProjectKind[];
  @JsonText('public') bands!: readonly ProcedureBand[];
  /** First and last legal date on which the document is in force; null: it names no last one. */
  @ShortText(10, 'public') inForceFrom!: LegalDate;
  @ShortText(10, 'public', { nullable: true }) inForceTo!: LegalDate | null;
  /** From here on it decides: what was published before stays as it was judged. */
  @Moment('public') keptAt!: Instant;
  /** Since when it does not decide any more, and why; null: it does while it is in force. */
  @Moment('public', { nullable: true }) endedAt!: Instant | null;
  @ShortText(500, 'public', { nullable: true }) endReason!: string | null;
}

export const PROCEDURE_ENTITIES = [ProcedureTableRow];
