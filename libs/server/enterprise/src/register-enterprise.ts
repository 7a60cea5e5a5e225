import { Injectable } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import { isCreditCode } from '@core/enterprise';
import { Accounts } from '@server/identity';
import { DomainError, UnitOfWork, violates } from '@server/platform';
import { Enterprises, type Enterprise } from './enterprises.store';

/** A firm's first contact with the platform: free of charge, for everybody (Electronic Measures art. 9). */
export interface RegisterEnterpriseCommand {
  readonly creditCode: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly personName: string;
  /** The code with which a firm takes over what was imported about it. */
  readonly invitation?: string;
}

/** SHA-256 of an invitation, as it is kept. */
export function invitationDigest(code: string): string {
  return createHash('sha256').update(code.trim().toUpperCase()).digest('hex');
}

/**
 * Makes an account, its organisation and a draft in the bidder register. One record per credit code: an imported one is
 * taken over with its invitation, never doubled.
 */
@Injectable()
export class RegisterEnterprise {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly enterprises: Enterprises,
  ) {}

  /** Returns the enterprise's id. Refuses a wrong check digit, a known credit code, a taken user name. */
  async run(command: RegisterEnterpriseCommand): Promise<string> {
    const { creditCode, name, username } = command;
    if (!isCreditCode(creditCode)) throw new DomainError('enterprise.credit_code_invalid');
    const passwordHash = await this.accounts.acceptPassword(command.password, username);
    try {
      return await this.unit.run(async () => {
        const imported = await this.enterprises.byCreditCode(creditCode);
        if (imported) await this.accept(imported, command);
        const personId = await this.accounts.add({
          username,
          name: command.personName,
          passwordHash,
        });
        const id =
          imported?.id ?? (await this.accounts.found({ kind: 'enterprise', name, creditCode }));
        await this.accounts.appoint(personId, id, 'bidder');
        if (!imported) {
          await this.enterprises.begin(id, { creditCode, name, contactName: command.personName });
        }
        return id;
      });
    } catch (error) {
      if (violates(error, 'uq_enterprise_credit_code', 'enterprise', ['creditCode'])) {
        throw new DomainError('enterprise.credit_code_known', { creditCode });
      }
      throw error;
    }
  }

  /** Uses the invitation of an imported record up; refuses when there is none, or another. */
  private async accept(
    { id, creditCode }: Enterprise,
    { invitation }: RegisterEnterpriseCommand,
  ): Promise<void> {
    const row = await this.enterprises.lock(id);
    if (row.invitation === null) {
      throw new DomainError('enterprise.credit_code_known', { creditCode });
    }
    const given = Buffer.from(invitationDigest(invitation ?? ''), 'hex');
    if (!timingSafeEqual(given, Buffer.from(row.invitation, 'hex'))) {
      throw new DomainError('enterprise.invitation_needed', { creditCode });
    }
    await this.enterprises.change(id, { invitation: null });
  }
}
