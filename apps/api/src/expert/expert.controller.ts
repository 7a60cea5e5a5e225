import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { EXPERT_STATES, SPECIALTIES } from '@core/panel';
import { Experts, type Expert } from '@server/expert';
import { Acting, Needs, Public } from '../http/access';

class SpecialtyView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['works', 'goods', 'services'] }) branch!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

class ExpertView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String] }) specialties!: string[];
  @ApiProperty() employer!: string;
  @ApiProperty() region!: string;
  @ApiProperty() title!: string;
  @ApiProperty() phone!: string;
  @ApiProperty() termUntil!: string;
  @ApiProperty({ enum: EXPERT_STATES }) state!: string;
  @ApiProperty({ type: [String] }) recusals!: string[];

  static of(this: void, row: Expert): ExpertView {
    const { id, name, employer, region, title, phone, state } = row;
    return {
      id,
      name,
      employer,
      region,
      title,
      phone,
      state,
      specialties: [...row.specialties],
      recusals: [...row.recusals],
      termUntil: formatInstant(row.termUntil),
    };
  }
}

/** The expert's own record, and the classification it is written in. */
@ApiTags('expert')
@Controller()
export class ExpertController {
  constructor(private readonly experts: Experts) {}

  @Get('public/specialties')
  @Public()
  @ApiOkResponse({ type: [SpecialtyView] })
  listSpecialties(): SpecialtyView[] {
    return SPECIALTIES.map((one) => ({ ...one }));
  }

  @Get('experts/mine')
  @Needs('panel.serve')
  @ApiOkResponse({ type: ExpertView })
  async myExpertRecord(@Acting() actor: Actor): Promise<ExpertView> {
    return ExpertView.of(await this.experts.mine(actor.personId));
  }
}
