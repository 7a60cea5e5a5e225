import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { Calendars } from '@server/calendar';
import { Acting, Needs, Public } from '../http/access';
import { Text, Texts } from '../http/fields';

const DAYS = { max: 366, length: 10 };

class CalendarYearDto {
  /** Days off, `YYYY-MM-DD`. */
  @Texts(DAYS) off!: string[];
  /** Saturdays and Sundays that are worked. */
  @Texts(DAYS) work!: string[];
  /** The notice it is taken from: number or address. */
  @Text({ max: 300 }) source!: string;
}

class CalendarYearView {
  @ApiProperty() year!: string;
  @ApiProperty({ type: [String] }) off!: string[];
  @ApiProperty({ type: [String] }) work!: string[];
  @ApiProperty() source!: string;
  /** 0 for a year as it ships. */
  @ApiProperty({ type: 'integer' }) version!: number;
}

/** The official calendar by which periods of law are counted. */
@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendars: Calendars) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: [CalendarYearView] })
  async listCalendarYears(): Promise<CalendarYearView[]> {
    const years = await this.calendars.years();
    return years.map(({ year, off, work, source, version }) => ({
      year,
      off: [...off],
      work: [...work],
      source,
      version,
    }));
  }

  @Put(':year')
  @HttpCode(204)
  @Needs('calendar.edit')
  async enterCalendarYear(
    @Acting() actor: Actor,
    @Param('year') year: string,
    @Body() body: CalendarYearDto,
  ): Promise<void> {
    await this.calendars.enter(actor, { year, off: body.off, work: body.work }, body.source);
  }
}
