import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { DomainError, SystemClock, UnitOfWork } from '@server/platform';
import { People } from './people.store';

const STEP_SECONDS = 30;

/** Time-based one-time codes (RFC 6238): set-up, confirmation, and the check at sign-in. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly clock: SystemClock,
  ) {}

  /** Begins the set-up with a fresh secret; it counts only after {@link confirm}. */
  async begin(personId: string): Promise<{ secret: string; uri: string }> {
    const secret = generateSecret();
    return this.unit.run(async () => {
      const person = await this.people.lock(personId);
      if (person.totpSince !== null) throw new DomainError('identity.totp_already_set');
      await this.people.change(personId, { totpSecret: secret });
      return { secret, uri: generateURI({ issuer: 'Sunlit', label: person.username, secret }) };
    });
  }

  /** Proves that the device works; from now on sign-in asks for a code. */
  async confirm(personId: string, code: string): Promise<void> {
    await this.unit.run(async () => {
      const person = await this.people.lock(personId);
      if (person.totpSecret === null) throw new DomainError('identity.totp_not_begun');
      await this.spend(personId, code);
      await this.people.change(personId, { totpSince: this.clock.now() });
    });
  }

  /** Accepts a code once (the step before and after count too), inside the present unit. */
  async spend(personId: string, code: string): Promise<void> {
    const person = await this.people.lock(personId);
    const epoch = Math.floor(this.clock.now() / 1_000);
    const checked =
      person.totpSecret !== null && /^\d{6}$/.test(code)
        ? verifySync({
            secret: person.totpSecret,
            token: code,
            epoch,
            epochTolerance: STEP_SECONDS,
          })
        : { valid: false as const };
    if (!checked.valid) throw new DomainError('identity.totp_wrong');
    const step = Math.floor(epoch / STEP_SECONDS) + checked.delta;
    if (step <= person.totpStep) throw new DomainError('identity.totp_wrong');
    await this.people.change(personId, { totpStep: step });
  }
}
