import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { formatInstant, fromBase64 } from '@core/kernel';
import { Timestamps, type LedgerTimestampRow } from '@server/ledger';
import { DomainError } from '@server/platform';
import { Public } from '../http/access';

/** A day on which a checkpoint was stamped. */
class LedgerTimestampView {
  @ApiProperty() day!: string;
  @ApiProperty() size!: number;
  /** What was stamped, word for word. */
  @ApiProperty() text!: string;
  /** The authority's time. */
  @ApiProperty() at!: string;
  @ApiProperty() authority!: string;

  static of(
    this: void,
    { day, size, text, at, authority }: LedgerTimestampRow,
  ): LedgerTimestampView {
    return { day, size, text, at: formatInstant(at), authority };
  }
}

/** Time-stamps of the log: `openssl ts -verify -in <day>.tsr -data <day>.txt -CAfile <authority>`. */
@ApiTags('ledger')
@Controller('public/timestamps')
export class TimestampController {
  constructor(private readonly timestamps: Timestamps) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: [LedgerTimestampView] })
  async logTimestamps(): Promise<LedgerTimestampView[]> {
    return (await this.timestamps.latest()).map(LedgerTimestampView.of);
  }

  /** The authority's answer as it came. */
  @Get(':day/token')
  @Public()
  @ApiProduces('application/timestamp-reply')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async timestampToken(@Param('day') day: string): Promise<StreamableFile> {
    const { token } = await this.found(day);
    const bytes = fromBase64(token) ?? new Uint8Array(0);
    return new StreamableFile(bytes, {
      type: 'application/timestamp-reply',
      disposition: `attachment; filename="${day}.tsr"`,
    });
  }

  /** The three lines that were stamped. */
  @Get(':day/text')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String })
  async timestampText(@Param('day') day: string): Promise<string> {
    return (await this.found(day)).text;
  }

  private async found(day: string): Promise<LedgerTimestampRow> {
    const row = /^\d{4}-\d{2}-\d{2}$/.test(day) ? await this.timestamps.of(day) : null;
    if (!row) throw new DomainError('request.not_found');
    return row;
  }
}
