import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { People } from '@server/identity';
import {
  FindRelations,
  PrintSignUps,
  SignUpForTender,
  SignUps,
  type Download,
  type RelationLead,
  type SignUp,
  type SignUpEntry,
} from '@server/sign-up';
import { Tenders } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { Id, QueryNumber, Text, WholeNumber } from '../http/fields';
import { RangedFile } from '../http/ranged-file';
import { FindingView, instantOrNull } from '../http/views';
import { TenderLineView } from '../tender/tender.view';

class SignUpDto {
  /** Without it: lot 1. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
  /** Credit code of the unit that controls or manages the firm, where there is one. */
  @Text({ max: 18, min: 18, optional: true }) controller?: string;
}

class LotQueryDto {
  @QueryNumber({ min: 1, max: 999, optional: true }) lot?: number;
}

class SignUpView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() receipt!: string;
  @ApiProperty() at!: string;
  @ApiProperty({ type: String, nullable: true }) withdrawnAt!: string | null;

  static of(this: void, row: SignUp): SignUpView {
    return {
      tenderId: row.tenderId,
      lot: row.lot,
      receipt: row.receipt,
      at: formatInstant(row.at),
      withdrawnAt: instantOrNull(row.withdrawnAt),
    };
  }
}

class MadeSignUpView extends SignUpView {
  /** What the rules say of one's own firm. */
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
}

/** Two related bidders of a lot: a lead for people, nothing proven. */
export class RelationView {
  @ApiProperty() lot!: number;
  @ApiProperty() one!: string;
  @ApiProperty() other!: string;
  @ApiProperty({ enum: ['legal_representative', 'controller'] }) by!: string;
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;

  static of(this: void, { lot, one, other, by, law }: RelationLead): RelationView {
    return { lot, one, other, by, citation: law?.citation ?? null };
  }
}

class MySignUpView extends SignUpView {
  @ApiProperty({ type: TenderLineView, nullable: true }) tender!: TenderLineView | null;
}

class SignUpEntryView extends SignUpView {
  @ApiProperty() enterpriseName!: string;
  @ApiProperty() creditCode!: string;
  /** All members where a consortium signed up, its leader first. */
  @ApiProperty({ type: [String] }) members!: string[];

  static ofEntry(this: void, entry: SignUpEntry): SignUpEntryView {
    return {
      ...SignUpView.of(entry.signUp),
      enterpriseName: entry.enterprise?.name ?? '',
      creditCode: entry.enterprise?.creditCode ?? '',
      members: [...entry.members],
    };
  }
}

class DownloadsQueryDto {
  /** The last download of the page before. */
  @Id({ optional: true }) after?: string;
}

class DownloadView {
  @ApiProperty() id!: string;
  @ApiProperty() documentId!: string;
  @ApiProperty() documentTitle!: string;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  /** Null: nobody was signed in. */
  @ApiProperty({ type: String, nullable: true }) organisationName!: string | null;
  @ApiProperty() at!: string;

  static of(
    this: void,
    { id, documentId, organisationId, at }: Download,
    documentTitle: string,
    organisationName: string | null,
  ): DownloadView {
    const moment = formatInstant(at);
    return { id, documentId, documentTitle, organisationId, organisationName, at: moment };
  }
}

/** Signing up, and who did. */
@ApiTags('sign-up')
@Controller()
export class SignUpController {
  constructor(
    private readonly signUp: SignUpForTender,
    private readonly signUps: SignUps,
    private readonly papers: PrintSignUps,
    private readonly relations: FindRelations,
    private readonly tenders: Tenders,
    private readonly people: People,
  ) {}

  @Post('tenders/:id/sign-ups')
  @Needs('sign_up.make')
  @ApiCreatedResponse({ type: MadeSignUpView })
  async signUpForTender(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { lot, controller }: SignUpDto,
  ): Promise<MadeSignUpView> {
    const { signUp, findings } = await this.signUp.run(actor, id, lot ?? 1, controller ?? null);
    return { ...SignUpView.of(signUp), findings: findings.map(FindingView.of) };
  }

  /** What the rules say of one's own firm (or consortium) for a lot, before one signs up. */
  @Get('tenders/:id/eligibility')
  @Needs('sign_up.make')
  @ApiOkResponse({ type: [FindingView] })
  async eligibility(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() { lot }: LotQueryDto,
  ): Promise<FindingView[]> {
    return (await this.signUp.findings(actor, id, lot ?? 1)).map(FindingView.of);
  }

  /** Relations between bidders: the tenderer and the supervisor, after the deadline. */
  @Get('tenders/:id/relations')
  @Needs('sign_up.read')
  @ApiOkResponse({ type: [RelationView] })
  async listRelations(@Acting() actor: Actor, @Param('id') id: string): Promise<RelationView[]> {
    return (await this.relations.forActor(actor, id)).map(RelationView.of);
  }

  @Delete('tenders/:id/sign-ups/mine')
  @HttpCode(204)
  @Needs('sign_up.make')
  async withdrawSignUp(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() { lot }: LotQueryDto,
  ): Promise<void> {
    await this.signUp.withdraw(actor, id, lot ?? 1);
  }

  /** The receipt of one's own sign-up as PDF; printed when it is first asked for. */
  @Get('tenders/:id/sign-ups/mine/receipt')
  @Needs('sign_up.make')
  @ApiProduces('application/pdf')
  async signUpReceipt(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() { lot }: LotQueryDto,
  ): Promise<RangedFile> {
    return new RangedFile(await this.papers.receipt(actor, id, lot ?? 1), 'inline');
  }

  @Get('sign-ups/mine')
  @Needs('sign_up.make')
  @ApiOkResponse({ type: [MySignUpView] })
  async mySignUps(@Acting() actor: Actor): Promise<MySignUpView[]> {
    const rows = await this.signUps.ofEnterprise(actor.organisationId);
    const tenders = await this.tenders.byIds(rows.map((row) => row.tenderId));
    const byId = new Map(tenders.map((tender) => [tender.id, TenderLineView.of(tender)]));
    return rows.map((row) => ({ ...SignUpView.of(row), tender: byId.get(row.tenderId) ?? null }));
  }

  @Get('tenders/:id/sign-ups')
  @Needs('sign_up.read')
  @ApiOkResponse({ type: [SignUpEntryView] })
  async listSignUps(@Acting() actor: Actor, @Param('id') id: string): Promise<SignUpEntryView[]> {
    return (await this.signUp.list(actor, id)).map(SignUpEntryView.ofEntry);
  }

  @Get('tenders/:id/downloads')
  @Needs('sign_up.read')
  @ApiOkResponse({ type: [DownloadView] })
  async listDownloads(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() { after }: DownloadsQueryDto,
  ): Promise<DownloadView[]> {
    const rows = await this.signUp.downloads(actor, id, after ?? null);
    const titles = new Map((await this.tenders.documents(id)).map((one) => [one.id, one.title]));
    const names = new Map<string, string | null>();
    for (const organisationId of new Set(rows.flatMap((row) => row.organisationId ?? []))) {
      names.set(organisationId, (await this.people.organisation(organisationId))?.name ?? null);
    }
    return rows.map((row) =>
      DownloadView.of(
        row,
        titles.get(row.documentId) ?? '',
        row.organisationId === null ? null : (names.get(row.organisationId) ?? null),
      ),
    );
  }
}
