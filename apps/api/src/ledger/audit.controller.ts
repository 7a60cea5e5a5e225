import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { EraseRecord, NightAudit } from '@server/ledger';
import { DomainError } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { Text } from '../http/fields';
import { LedgerAuditView } from './audit.view';

class EraseRecordDto {
  /** Stands in the log for good: the legal ground, and nothing about the person. */
  @Text({ max: 500, min: 4 }) reason!: string;
}

/** The nightly audits of the log, and the erasure of single records. */
@ApiTags('ledger')
@Controller('ledger')
export class AuditController {
  constructor(
    private readonly audits: NightAudit,
    private readonly eraseRecord: EraseRecord,
  ) {}

  /** What the nightly audits found, the newest first; `alarm` on the first means that the log does not hold. */
  @Get('audits')
  @Needs('audit.read')
  @ApiOkResponse({ type: [LedgerAuditView] })
  async ledgerAudits(): Promise<LedgerAuditView[]> {
    return (await this.audits.latest()).map(LedgerAuditView.of);
  }

  /** Erases the body and salt of a sealed record; its entry and the tree stay as they are. */
  @Post('entries/:index/erasure')
  @HttpCode(204)
  @Needs('record.erase')
  @ApiNoContentResponse()
  async eraseEntry(
    @Acting() actor: Actor,
    @Param('index') index: string,
    @Body() body: EraseRecordDto,
  ): Promise<void> {
    if (!/^\d{1,9}$/.test(index)) throw new DomainError('ledger.no_entry');
    await this.eraseRecord.run(actor, Number(index), body.reason);
  }
}
