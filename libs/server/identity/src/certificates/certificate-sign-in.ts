import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '@core/kernel';
import type { ErrorCode } from '@contracts';
import {
  Config,
  DomainError,
  Ids,
  Randomness,
  SystemClock,
  UnitOfWork,
  violates,
} from '@server/platform';
import { People } from '../people.store';
import { Sessions, type Caller, type SignedIn } from '../sessions';
import {
  CertificateAuthority,
  type CertificateFacts,
  type CertificateFault,
  type CertificateProof,
} from './certificate-authority';
import type { CertificateRow, ChallengePurpose } from './certificate.entity';
import { CertificateRows } from './certificates.store';

/** A question to a certificate's device: the exact text it signs. */
export interface CertificateChallenge {
  readonly id: string;
  /** UTF-8 text; names the site and the purpose, so that a signature is of no use anywhere else. */
  readonly text: string;
  readonly expiresAt: Instant;
}

/** An answer to a {@link CertificateChallenge}. */
export interface CertificateAnswer extends CertificateProof {
  readonly challengeId: string;
}

const LIFE = 3 * MINUTE;

const REFUSALS: Readonly<Record<CertificateFault, ErrorCode>> = {
  malformed: 'identity.certificate_malformed',
  expired: 'identity.certificate_expired',
  untrusted: 'identity.certificate_untrusted',
  signature: 'identity.certificate_signature',
};

/**
 * Signing in by certificate: challenge, response, session. A certificate in a device with a PIN is two factors in
 * one, so the session counts as proven. Each question is answered once.
 */
@Injectable()
export class CertificateSignIn {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CertificateRows,
    private readonly authority: CertificateAuthority,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly clock: SystemClock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly config: Config,
  ) {}

  /** Whether this installation lets people sign in by certificate. */
  get isOn(): boolean {
    return this.authority.isOn;
  }

  /** Asks whoever wants to sign in. */
  async ask(): Promise<CertificateChallenge> {
    return this.put('sign-in', null);
  }

  /** Asks a person who is signed in and wants to use a certificate from now on. */
  async askToEnrol(caller: Caller): Promise<CertificateChallenge> {
    return this.put('enrol', caller.personId);
  }

  /** Enrols the certificate that answered; each belongs to one person. */
  async enrol(caller: Caller, answer: CertificateAnswer): Promise<void> {
    const facts = await this.checked(answer, 'enrol', caller.personId);
    const row = {
      id: this.ids.next(),
      personId: caller.personId,
      ...facts,
      createdAt: this.clock.now(),
    };
    try {
      await this.unit.run(async () => {
        await this.spend(answer);
        await this.rows.add(row);
      });
    } catch (error) {
      if (violates(error, 'uq_certificate_fingerprint', 'certificate', ['fingerprint'])) {
        throw new DomainError('identity.certificate_taken');
      }
      throw error;
    }
  }

  /** Opens a session for the person whose certificate answered. */
  async signIn(
    answer: CertificateAnswer,
    client: { device: string; address: string },
  ): Promise<SignedIn> {
    const { fingerprint } = await this.checked(answer, 'sign-in', null);
    return this.unit.run(async () => {
      await this.spend(answer);
      const certificate = await this.rows.byFingerprint(fingerprint);
      const person = certificate && (await this.people.lock(certificate.personId));
      if (person?.disabledAt !== null) {
        throw new DomainError('identity.certificate_not_enrolled');
      }
      return this.sessions.open(person, client, true);
    });
  }

  async mine(caller: Caller): Promise<CertificateRow[]> {
    return this.rows.ofPerson(caller.personId);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    await this.unit.run(async () => {
      if (!(await this.rows.remove(caller.personId, id))) {
        throw new DomainError('identity.certificate_not_enrolled');
      }
    });
  }

  private async put(
    purpose: ChallengePurpose,
    personId: string | null,
  ): Promise<CertificateChallenge> {
    if (!this.isOn) throw new DomainError('identity.certificates_off');
    const now = this.clock.now();
    const row = {
      id: this.ids.next(),
      purpose,
      personId,
      nonce: this.randomness.hex(32),
      expiresAt: now + LIFE,
    };
    await this.unit.run(() => this.rows.ask(row, now));
    return { id: row.id, text: this.text(row), expiresAt: row.expiresAt };
  }

  private text({ id, purpose, nonce }: { id: string; purpose: string; nonce: string }): string {
    return `sunlit/certificate\n${this.config.publicUrl}\n${purpose}\n${id}\n${nonce}\n`;
  }

  private async checked(
    answer: CertificateAnswer,
    purpose: ChallengePurpose,
    personId: string | null,
  ): Promise<CertificateFacts> {
    const now = this.clock.now();
    const question = await this.rows.question(answer.challengeId);
    if (
      question?.purpose !== purpose ||
      question.personId !== personId ||
      question.expiresAt <= now
    ) {
      throw new DomainError('identity.challenge_ended');
    }
    const message = new TextEncoder().encode(this.text(question));
    const facts = this.authority.check(answer, message, now);
    if (typeof facts === 'string') throw new DomainError(REFUSALS[facts]);
    return facts;
  }

  private async spend(answer: CertificateAnswer): Promise<void> {
    if (!(await this.rows.spend(answer.challengeId))) {
      throw new DomainError('identity.challenge_ended');
    }
  }
}
