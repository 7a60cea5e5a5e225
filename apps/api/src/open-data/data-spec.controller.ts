import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { specJson, specXml } from '@core/data-spec';
import { ExportDataSpec } from '@server/data-spec';
import { Public } from '../http/access';
import { OneOf } from '../http/fields';

const FORMATS = ['json', 'xml'] as const;

/** In which form the rows are wanted. */
export class DataSpecQueryDto {
  @OneOf(FORMATS, { optional: true }) format?: (typeof FORMATS)[number];
}

/** One tender in the form of the Chinese data specification: what everybody may see of it. */
@ApiTags('open-data')
@Controller('data-spec')
export class DataSpecController {
  constructor(private readonly data: ExportDataSpec) {}

  @Get('tenders/:id')
  @Public()
  @ApiProduces('application/json', 'application/xml')
  async tenderRows(
    @Param('id') id: string,
    @Query() { format = 'json' }: DataSpecQueryDto,
  ): Promise<StreamableFile> {
    const { rows } = await this.data.ofTender(id, 'public');
    const text = format === 'xml' ? specXml(rows) : JSON.stringify(specJson(rows));
    return new StreamableFile(Buffer.from(text), { type: `application/${format}; charset=utf-8` });
  }
}
