import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import {
  SignUpForTender,
  SignUps,
  type Download,
  type SignUp,
  type SignUpEntry,
} from '@server/sign-up';
import { Tenders } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { instantOrNull } from '../http/views';
import { TenderLineView } from '../tender/tender.view';

class SignUpView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() receipt!: string;
  @ApiProperty() at!: string;
  @ApiProperty({ type: String, nullable: true }) withdrawnAt!: string | null;

  static of(this: void, row: SignUp): SignUpView {
    return {
      tenderId: row.tenderId,
      receipt: row.receipt,
      at: formatInstant(row.at),
      withdrawnAt: instantOrNull(row.withdrawnAt),
    };
  }
}

class MySignUpView extends SignUpView {
  @ApiProperty({ type: TenderLineView, nullable: true }) tender!: TenderLineView | null;
}

class SignUpEntryView extends SignUpView {
  @ApiProperty() enterpriseName!: string;
  @ApiProperty() creditCode!: string;

  static ofEntry(this: void, entry: SignUpEntry): SignUpEntryView {
    return {
      ...SignUpView.of(entry.signUp),
      enterpriseName: entry.enterprise?.name ?? '',
      creditCode: entry.enterprise?.creditCode ?? '',
    };
  }
}

class DownloadView {
  @ApiProperty() documentId!: string;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty() at!: string;

  static of(this: void, row: Download): DownloadView {
    const { documentId, organisationId } = row;
    return { documentId, organisationId, at: formatInstant(row.at) };
  }
}

/** Signing up, and who did. */
@ApiTags('sign-up')
@Controller()
export class SignUpController {
  constructor(
    private readonly signUp: SignUpForTender,
    private readonly signUps: SignUps,
    private readonly tenders: Tenders,
  ) {}

  @Post('tenders/:id/sign-ups')
  @Needs('sign_up.make')
  @ApiCreatedResponse({ type: SignUpView })
  async signUpForTender(@Acting() actor: Actor, @Param('id') id: string): Promise<SignUpView> {
    return SignUpView.of(await this.signUp.run(actor, id));
  }

  @Delete('tenders/:id/sign-ups/mine')
  @HttpCode(204)
  @Needs('sign_up.make')
  async withdrawSignUp(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.signUp.withdraw(actor, id);
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
  async listDownloads(@Acting() actor: Actor, @Param('id') id: string): Promise<DownloadView[]> {
    return (await this.signUp.downloads(actor, id)).map(DownloadView.of);
  }
}
