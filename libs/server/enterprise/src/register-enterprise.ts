import { Injectable } from '@nestjs/common';
import { isCreditCode } from '@core/enterprise';
import { Accounts } from '@server/identity';
import { DomainError, UnitOfWork, violates } from '@server/platform';
import { Enterprises } from './enterprises.store';

/** A firm's first contact with the platform: free of charge, for everybody (Electronic Measures art. 9). */
export interface RegisterEnterpriseCommand {
  readonly creditCode: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly personName: string;
}

/** Makes an account, its organisation and a draft in the bidder register. One record per credit code. */
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
        const personId = await this.accounts.add({
          username,
          name: command.personName,
          passwordHash,
        });
        const id = await this.accounts.found({ kind: 'enterprise', name, creditCode });
        await this.accounts.appoint(personId, id, 'bidder');
        await this.enterprises.begin(id, { creditCode, name, contactName: command.personName });
        return id;
      });
    } catch (error) {
      if (violates(error, 'uq_enterprise_credit_code', 'enterprise', ['creditCode'])) {
        throw new DomainError('enterprise.credit_code_known', { creditCode });
      }
      throw error;
    }
  }
}
