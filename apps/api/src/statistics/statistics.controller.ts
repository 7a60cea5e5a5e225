import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ReadStatistics } from '@server/statistics';
import { Public } from '../http/access';
import { csvFile } from '../http/csv-file';
import { StatisticsQueryDto } from './statistics-query';
import {
  FIGURE_COLUMNS,
  figureCells,
  ROW_COLUMNS,
  rowCells,
  StatisticsView,
} from './statistics.view';

/** Statistics of everything published, and the rows behind each figure. */
@ApiTags('statistics')
@Controller('public/statistics')
export class StatisticsController {
  constructor(private readonly statistics: ReadStatistics) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: StatisticsView })
  async figures(@Query() { by = 'year', ...filter }: StatisticsQueryDto): Promise<StatisticsView> {
    return StatisticsView.of(await this.statistics.figures(filter, by));
  }

  /** The same by group, for a spreadsheet. */
  @Get('figures.csv')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiProduces('text/csv')
  async figuresFile(
    @Query() { by = 'year', ...filter }: StatisticsQueryDto,
  ): Promise<StreamableFile> {
    const { groups } = await this.statistics.figures(filter, by);
    const lines = groups.map(({ key, figures }) => figureCells(key, figures));
    return csvFile(FIGURE_COLUMNS, lines, `statistics-by-${by}.csv`);
  }

  /** The processes behind a figure: whoever adds them up comes to it. */
  @Get('rows.csv')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiProduces('text/csv')
  async rowsFile(@Query() { by: _by, ...filter }: StatisticsQueryDto): Promise<StreamableFile> {
    const rows = await this.statistics.rows(filter);
    return csvFile(ROW_COLUMNS, rows.map(rowCells), 'statistics-rows.csv');
  }
}
