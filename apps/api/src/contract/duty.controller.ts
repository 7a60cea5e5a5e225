import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DECLARED_DUTIES, DUTY_NAMES, type DeclaredDuty, type Duty } from '@core/contract';
import type { Actor } from '@core/identity';
import { parseInstant } from '@core/kernel';
import { DeclareDuty, DueDuties, type TenderDuty } from '@server/contract';
import { Acting, Needs } from '../http/access';
import { OneOf, UtcInstant } from '../http/fields';
import { instantOrNull } from '../http/views';

class TenderDutyView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tendererName!: string;
  /** The lot it is about; null: the whole tender. */
  @ApiProperty({ type: Number, nullable: true }) lot!: number | null;
  @ApiProperty({ enum: DUTY_NAMES }) duty!: Duty;
  /** The first instant that is too late; null: the calendar of a year that counts is not known yet. */
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
  @ApiProperty() citation!: string;
  /** Whether records say when it is done: nobody's word does. */
  @ApiProperty() recorded!: boolean;

  static of(this: void, { tender, lot, duty, until, law, isRecorded }: TenderDuty): TenderDutyView {
    const { id, code, title, tendererName } = tender;
    const { citation } = law;
    const about = { tenderId: id, code, title, tendererName };
    return {
      ...about,
      lot,
      duty,
      until: instantOrNull(until),
      citation,
      recorded: isRecorded,
    };
  }
}

class DeclareDutyDto {
  @OneOf(DECLARED_DUTIES) duty!: DeclaredDuty;
  /** When it was done. */
  @UtcInstant() doneAt!: string;
}

/** What the law asks of a tenderer within a time, and has not been done yet. */
@ApiTags('contract')
@Controller()
export class DutyController {
  constructor(
    private readonly duties: DueDuties,
    private readonly declare: DeclareDuty,
  ) {}

  /** Says that a duty was done of which the platform has no trace: money that went back, a written report. */
  @Post('tenders/:id/lots/:lot/duties')
  @HttpCode(204)
  @Needs('award.decide')
  async declareDuty(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('lot', ParseIntPipe) lot: number,
    @Body() { duty, doneAt }: DeclareDutyDto,
  ): Promise<void> {
    await this.declare.run(actor, id, lot, duty, parseInstant(doneAt) ?? 0);
  }

  /** A tenderer's or agency's own; a supervisor's, everybody's. The first last day stands first. */
  @Get('duties')
  @Needs('award.read')
  @ApiOkResponse({ type: [TenderDutyView] })
  async waitingDuties(@Acting() actor: Actor): Promise<TenderDutyView[]> {
    return (await this.duties.waitingFor(actor)).map(TenderDutyView.of);
  }
}
