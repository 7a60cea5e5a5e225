import { ApiProperty } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import { AUDIT_FAULTS, type AuditFault, type LedgerAuditRow } from '@server/ledger';

export class AuditFaultView {
  @ApiProperty({ enum: AUDIT_FAULTS }) code!: string;
  /** Index in the log, or size of the tree. */
  @ApiProperty() at!: number;
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;

  static of(this: void, { code, at, detail }: AuditFault): AuditFaultView {
    return { code, at, detail: detail ?? null };
  }
}

/** One audit of the log. */
export class LedgerAuditView {
  @ApiProperty() id!: string;
  @ApiProperty() at!: string;
  /** Something does not hold: whoever reads this must act. */
  @ApiProperty() alarm!: boolean;
  @ApiProperty() size!: number;
  @ApiProperty() checkpoints!: number;
  @ApiProperty() withoutQuorum!: number;
  @ApiProperty() erased!: number;
  @ApiProperty({ type: [AuditFaultView] }) faults!: AuditFaultView[];

  static of(this: void, { id, begunAt, size, faults, audit }: LedgerAuditRow): LedgerAuditView {
    const { checkpoints, withoutQuorum, erased } = audit;
    return {
      id,
      at: formatInstant(begunAt),
      alarm: faults > 0,
      size,
      checkpoints,
      withoutQuorum,
      erased,
      faults: audit.faults.map(AuditFaultView.of),
    };
  }
}
