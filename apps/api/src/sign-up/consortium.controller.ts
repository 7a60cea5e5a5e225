import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { CONSORTIUM_STATES, MOST_MEMBERS } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { FileStore } from '@server/platform';
import { JoinConsortium, type ConsortiumMember, type WholeConsortium } from '@server/sign-up';
import { Lots, Tenders } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { Id, Texts, WholeNumber } from '../http/fields';
import { RangedFile } from '../http/ranged-file';
import { instantOrNull } from '../http/views';
import { TenderLineView } from '../tender/tender.view';

class FormConsortiumDto {
  /** Without it: lot 1. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
  /** Credit codes of the other members. */
  @Texts({ max: MOST_MEMBERS, length: 18 }) members!: string[];
  /** The joint agreement (共同投标协议), uploaded before. */
  @Id() agreementFileId!: string;
}

class ConsortiumMemberView {
  @ApiProperty() name!: string;
  @ApiProperty() creditCode!: string;
  @ApiProperty() leader!: boolean;
  @ApiProperty() mine!: boolean;
  @ApiProperty({ type: String, nullable: true }) confirmedAt!: string | null;

  static of(this: void, row: ConsortiumMember, me: string): ConsortiumMemberView {
    const { name, creditCode, place, enterpriseId, confirmedAt } = row;
    return {
      name,
      creditCode,
      leader: place === 1,
      mine: enterpriseId === me,
      confirmedAt: instantOrNull(confirmedAt),
    };
  }
}

class ConsortiumView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() lot!: number;
  @ApiProperty({ enum: CONSORTIUM_STATES }) state!: string;
  @ApiProperty() agreementSha256!: string;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: [ConsortiumMemberView] }) members!: ConsortiumMemberView[];

  static of(this: void, { consortium, members }: WholeConsortium, me: string): ConsortiumView {
    const { id, tenderId, lot, state, agreementSha256, createdAt } = consortium;
    return {
      id,
      tenderId,
      lot,
      state,
      agreementSha256,
      createdAt: formatInstant(createdAt),
      members: members.map((one) => ConsortiumMemberView.of(one, me)),
    };
  }
}

class MyConsortiumView extends ConsortiumView {
  @ApiProperty({ type: TenderLineView, nullable: true }) tender!: TenderLineView | null;
  /** The lot's title where the tender has several. */
  @ApiProperty({ type: String, nullable: true }) lotTitle!: string | null;
}

/** Consortia, for the firms in them and nobody else. */
@ApiTags('sign-up')
@Controller()
export class ConsortiumController {
  constructor(
    private readonly join: JoinConsortium,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly files: FileStore,
  ) {}

  @Post('tenders/:id/consortia')
  @Needs('sign_up.make')
  @ApiCreatedResponse({ type: ConsortiumView })
  async formConsortium(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormConsortiumDto,
  ): Promise<ConsortiumView> {
    const { lot = 1, members, agreementFileId } = body;
    const made = await this.join.form(actor, id, { lot, members, agreementFileId });
    return ConsortiumView.of(made, actor.organisationId);
  }

  @Get('consortia/mine')
  @Needs('sign_up.make')
  @ApiOkResponse({ type: [MyConsortiumView] })
  async myConsortia(@Acting() actor: Actor): Promise<MyConsortiumView[]> {
    const all = await this.join.mine(actor);
    const ids = all.map(({ consortium }) => consortium.tenderId);
    const byId = new Map((await this.tenders.byIds(ids)).map((one) => [one.id, one]));
    const lots = await this.lots.ofTenders([...new Set(ids)]);
    return all.map((one) => {
      const { tenderId, lot } = one.consortium;
      const tender = byId.get(tenderId);
      const own = lots.get(tenderId) ?? [];
      const title = own.find(({ number }) => number === lot)?.title ?? null;
      return {
        ...ConsortiumView.of(one, actor.organisationId),
        tender: tender ? TenderLineView.of(tender) : null,
        lotTitle: own.length > 1 ? title : null,
      };
    });
  }

  /** A member's own confirmation. */
  @Post('consortia/:id/confirmation')
  @HttpCode(200)
  @Needs('sign_up.make')
  @ApiOkResponse({ type: ConsortiumView })
  async confirmMembership(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<ConsortiumView> {
    return ConsortiumView.of(await this.join.confirm(actor, id), actor.organisationId);
  }

  @Delete('consortia/:id')
  @HttpCode(204)
  @Needs('sign_up.make')
  async dissolveConsortium(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.join.dissolve(actor, id);
  }

  /** The joint agreement, for the members alone. */
  @Get('consortia/:id/agreement')
  @Needs('sign_up.make')
  @ApiProduces('application/octet-stream')
  async downloadAgreement(@Acting() actor: Actor, @Param('id') id: string): Promise<RangedFile> {
    return new RangedFile(await this.files.get(await this.join.agreement(actor, id)), 'attachment');
  }
}
