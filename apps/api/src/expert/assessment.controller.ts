import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { ASSESSMENT_GRADES } from '@core/panel';
import { AssessPanel, type AssessedMember } from '@server/panel';
import { Acting, Needs } from '../http/access';
import { AssessExpertDto } from './expert.dto';

/** A member of a panel whose names are public, with what the own organisation said of his service. */
class AssessedMemberView {
  @ApiProperty() seat!: number;
  @ApiProperty() name!: string;
  @ApiProperty() employer!: string;
  @ApiProperty({ enum: ASSESSMENT_GRADES, nullable: true, type: String }) grade!: string | null;
  @ApiProperty() text!: string;

  static of(this: void, { seat, name, employer, assessment }: AssessedMember): AssessedMemberView {
    const { grade, text } = assessment ?? { grade: null, text: '' };
    return { seat, name, employer, grade, text };
  }
}

/** How the members of a panel served; there is nothing here before the names are public. */
@ApiTags('expert')
@Controller('tenders/:id/panel-assessments')
export class AssessmentController {
  constructor(private readonly assess: AssessPanel) {}

  @Get()
  @Needs('expert_pool.assess')
  @ApiOkResponse({ type: [AssessedMemberView] })
  async panelAssessments(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<AssessedMemberView[]> {
    return (await this.assess.members(actor, id)).map(AssessedMemberView.of);
  }

  /** Says how the member of a seat served, once. */
  @Post()
  @HttpCode(204)
  @Needs('expert_pool.assess')
  async assessPanelMember(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AssessExpertDto,
  ): Promise<void> {
    const { seat, grade, text } = body;
    await this.assess.run(actor, id, seat, { grade, text });
  }
}
