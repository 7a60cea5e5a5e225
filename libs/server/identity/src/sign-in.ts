import { Injectable } from '@nestjs/common';
import { lockMinutes } from '@core/identity';
import { MINUTE } from '@core/kernel';
import { DomainError, SystemClock, UnitOfWork } from '@server/platform';
import { Passwords } from './passwords';
import { People } from './people.store';
import { SecondFactor } from './second-factor';
import { Sessions, type SignedIn } from './sessions';

/** A request to sign in. */
export interface SignInCommand {
  readonly username: string;
  readonly password: string;
  readonly totp: string | null;
  readonly device: string;
  readonly address: string;
}

const MOST_PER_ADDRESS = 30;
const WINDOW = MINUTE;

/**
 * Password, then second factor where one is set up. Wrong passwords lock the account for a growing while; an
 * address from which many wrong ones come has to wait. What is wrong is never told apart: user name or password.
 */
@Injectable()
export class SignIn {
  private readonly failures = new Map<string, { since: number; count: number }>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: Sessions,
    private readonly clock: SystemClock,
  ) {}

  async run(command: SignInCommand): Promise<SignedIn> {
    this.requireCalm(command.address);
    const known = await this.people.byUsername(command.username.toLowerCase());
    if (known?.lockedUntil && known.lockedUntil > this.clock.now()) {
      throw new DomainError('identity.locked', {
        minutes: Math.ceil((known.lockedUntil - this.clock.now()) / MINUTE),
      });
    }
    const right = known
      ? await this.passwords.verify(known.passwordHash, command.password)
      : await this.passwords.pretend(command.password);
    if (!known || !right || known.disabledAt !== null) {
      this.noteFailure(command.address);
      if (known) await this.countFailure(known.id);
      throw new DomainError('identity.wrong_credentials');
    }
    if (known.totpSince !== null && command.totp === null) {
      throw new DomainError('identity.totp_required');
    }
    return this.complete(known.id, known.totpSince !== null, command);
  }

  private async complete(
    personId: string,
    withTotp: boolean,
    command: SignInCommand,
  ): Promise<SignedIn> {
    try {
      return await this.unit.run(async () => {
        const person = await this.people.lock(personId);
        if (withTotp) await this.secondFactor.spend(personId, command.totp ?? '');
        await this.people.change(personId, { failures: 0, lockedUntil: null });
        return this.sessions.open(person, command, withTotp);
      });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'identity.totp_wrong') {
        await this.countFailure(personId);
      }
      throw error;
    }
  }

  private async countFailure(personId: string): Promise<void> {
    await this.unit.run(async () => {
      const person = await this.people.lock(personId);
      const failures = person.failures + 1;
      const minutes = failures % 5 === 0 ? lockMinutes(failures) : 0;
      await this.people.change(personId, {
        failures,
        ...(minutes > 0 ? { lockedUntil: this.clock.now() + minutes * MINUTE } : {}),
      });
    });
  }

  /** An address from which too many wrong passwords came in the last minute has to wait; offices share addresses. */
  private requireCalm(address: string): void {
    const seen = this.failures.get(address);
    if (seen && this.clock.now() - seen.since <= WINDOW && seen.count >= MOST_PER_ADDRESS) {
      throw new DomainError('request.too_many');
    }
  }

  private noteFailure(address: string): void {
    const now = this.clock.now();
    const seen = this.failures.get(address);
    if (seen && now - seen.since <= WINDOW) {
      seen.count++;
      return;
    }
    if (this.failures.size > 10_000) this.failures.clear();
    this.failures.set(address, { since: now, count: 1 });
  }
}
