import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { formatInstant, fromBase64 } from '@core/kernel';
import {
  CertificateSignIn,
  type Caller,
  type CertificateAnswer,
  type CertificateChallenge,
} from '@server/identity';
import { DomainError } from '@server/platform';
import { Client, Me, Needs, Public } from '../http/access';
import { Id, Text } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { Refresh, type RefreshCookie } from '../http/refresh-cookie';
import { SignedInView } from './identity.view';

const LONGEST_CHAIN = 40_000;
const LONGEST_SIGNATURE = 2_000;

class CertificateAnswerDto {
  @Id() challengeId!: string;
  /** PEM, the own certificate first. */
  @Text({ max: LONGEST_CHAIN }) chain!: string;
  /** Base64. */
  @Text({ max: LONGEST_SIGNATURE }) signature!: string;
}

class CertificateChallengeView {
  @ApiProperty() id!: string;
  /** The exact UTF-8 text to sign. */
  @ApiProperty() text!: string;
  @ApiProperty() expiresAt!: string;

  static of(this: void, { id, text, expiresAt }: CertificateChallenge): CertificateChallengeView {
    return { id, text, expiresAt: formatInstant(expiresAt) };
  }
}

class CertificateView {
  @ApiProperty() id!: string;
  @ApiProperty() subject!: string;
  @ApiProperty() issuer!: string;
  @ApiProperty() validUntil!: string;
}

class CertificatesOfferedView {
  /** Whether this site takes certificates at all. */
  @ApiProperty() isOn!: boolean;
}

function answerOf(body: CertificateAnswerDto): CertificateAnswer {
  const signature = fromBase64(body.signature);
  if (!signature) throw new DomainError('identity.certificate_malformed');
  return { challengeId: body.challengeId, chain: body.chain, signature };
}

/** Signing in by certificate (CA, UKey): challenge and response. */
@ApiTags('identity')
@Controller()
export class CertificateController {
  constructor(private readonly certificates: CertificateSignIn) {}

  @Get('auth/certificate')
  @Public()
  @ApiOkResponse({ type: CertificatesOfferedView })
  certificatesOffered(): CertificatesOfferedView {
    return { isOn: this.certificates.isOn };
  }

  @Post('auth/certificate/challenge')
  @Public()
  @NoReplay()
  @ApiCreatedResponse({ type: CertificateChallengeView })
  async askCertificate(): Promise<CertificateChallengeView> {
    return CertificateChallengeView.of(await this.certificates.ask());
  }

  @Post('auth/certificate/sign-in')
  @HttpCode(200)
  @Public()
  @NoReplay()
  @ApiOkResponse({ type: SignedInView })
  async signInWithCertificate(
    @Body() body: CertificateAnswerDto,
    @Client() client: { address: string; device: string },
    @Refresh() cookie: RefreshCookie,
  ): Promise<SignedInView> {
    const signedIn = await this.certificates.signIn(answerOf(body), client);
    cookie.set(signedIn.refreshToken);
    return SignedInView.of(signedIn);
  }

  @Get('me/certificates')
  @Needs('account.manage')
  @ApiOkResponse({ type: [CertificateView] })
  async listCertificates(@Me() caller: Caller): Promise<CertificateView[]> {
    const rows = await this.certificates.mine(caller);
    return rows.map(({ id, subject, issuer, validUntil }) => ({
      id,
      subject,
      issuer,
      validUntil: formatInstant(validUntil),
    }));
  }

  @Post('me/certificates/challenge')
  @Needs('account.manage')
  @NoReplay()
  @ApiCreatedResponse({ type: CertificateChallengeView })
  async askToEnrolCertificate(@Me() caller: Caller): Promise<CertificateChallengeView> {
    return CertificateChallengeView.of(await this.certificates.askToEnrol(caller));
  }

  @Post('me/certificates')
  @HttpCode(204)
  @Needs('account.manage')
  @NoReplay()
  async enrolCertificate(@Me() caller: Caller, @Body() body: CertificateAnswerDto): Promise<void> {
    await this.certificates.enrol(caller, answerOf(body));
  }

  @Delete('me/certificates/:id')
  @HttpCode(204)
  @Needs('account.manage')
  async removeCertificate(@Me() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.certificates.remove(caller, id);
  }
}
