import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's parameters: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Stores and checks passwords. CPU-heavy: never call it inside a unit of work. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, OPTIONS);
  }

  verify(stored: string, password: string): Promise<boolean> {
    return verify(stored, password);
  }

  /** Takes as long as a real check, so that an unknown user name cannot be told from a wrong password. */
  async pretend(password: string): Promise<false> {
    this.decoy ??= this.hash('nobody has this password');
    await this.verify(await this.decoy, password);
    return false;
  }
}
