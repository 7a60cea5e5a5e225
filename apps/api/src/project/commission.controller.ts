import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { CommissionAgency, type Agency } from '@server/project';
import { Acting, Needs } from '../http/access';
import { CommissionDto } from './project.dto';

class AgencyView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;

  static of(this: void, { id, name }: Agency): AgencyView {
    return { id, name };
  }
}

/** Agencies that prepare and run tenders for their tenderers (委托招标代理). */
@ApiTags('project')
@Controller()
export class CommissionController {
  constructor(private readonly commission: CommissionAgency) {}

  @Get('agencies')
  @Needs('project.edit')
  @ApiOkResponse({ type: [AgencyView] })
  async listAgencies(): Promise<AgencyView[]> {
    return (await this.commission.agencies()).map(AgencyView.of);
  }

  /** Commissions an agency for a registered project, before a tender of it runs. */
  @Put('projects/:id/commission')
  @HttpCode(204)
  @Needs('project.edit')
  async commissionAgency(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { agencyId, contractNumber, fileId }: CommissionDto,
  ): Promise<void> {
    await this.commission.run(actor, id, { agencyId, contractNumber, fileId });
  }

  @Delete('projects/:id/commission')
  @HttpCode(204)
  @Needs('project.edit')
  async endCommission(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.commission.end(actor, id);
  }
}
