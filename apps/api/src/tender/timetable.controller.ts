import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { parseInstant } from '@core/kernel';
import { PlanTimetable, type TimetablePlan } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { TimeOfDay, UtcInstant } from '../http/fields';
import { FindingView } from '../http/views';
import { TimetableView } from '../project/project.view';

class TimetableQueryDto {
  /** Without it the earliest lawful one. */
  @UtcInstant({ optional: true }) deadline?: string;
  /** Without it now. */
  @UtcInstant({ optional: true }) publishAt?: string;
  /** Time of day of the deadline in Beijing. */
  @TimeOfDay({ optional: true }) time?: string;
}

class DeadlineDayView {
  /** `2026-03-23`, Beijing. */
  @ApiProperty() date!: string;
  /** Whether offices work; null: not known. */
  @ApiProperty({ type: Boolean, nullable: true }) works!: boolean | null;
  /** The rule that forbids it; null: it is lawful. */
  @ApiProperty({ type: FindingView, nullable: true }) against!: FindingView | null;
}

class TimetablePlanView {
  @ApiProperty({ type: TimetableView }) earliest!: TimetableView;
  @ApiProperty({ type: TimetableView }) timetable!: TimetableView;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ type: [DeadlineDayView] }) days!: DeadlineDayView[];

  static of(this: void, plan: TimetablePlan): TimetablePlanView {
    return {
      earliest: TimetableView.of(plan.earliest),
      timetable: TimetableView.of(plan.timetable),
      findings: plan.findings.map(FindingView.of),
      days: plan.days.map(({ date, works, against }) => ({
        date,
        works,
        against: against ? FindingView.of(against) : null,
      })),
    };
  }
}

/** Answers while a timetable is planned. */
@ApiTags('tender')
@Controller('tenders/:id/timetable')
export class TimetableController {
  constructor(private readonly plan: PlanTimetable) {}

  @Get()
  @Needs('tender.edit')
  @ApiOkResponse({ type: TimetablePlanView })
  async planTimetable(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() query: TimetableQueryDto,
  ): Promise<TimetablePlanView> {
    const { deadline, publishAt, time } = query;
    return TimetablePlanView.of(
      await this.plan.of(actor, id, {
        deadline: deadline === undefined ? null : parseInstant(deadline),
        publishAt: publishAt === undefined ? null : parseInstant(publishAt),
        time: time ?? '09:30',
      }),
    );
  }
}
