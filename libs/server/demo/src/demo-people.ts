import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { parseInstant } from '@core/kernel';
import { Enterprises, KeepEnterprise, ReviewEnterprise } from '@server/enterprise';
import { Experts } from '@server/expert';
import { Accounts, Passwords, People } from '@server/identity';
import { UnitOfWork } from '@server/platform';
import {
  DEMO_ACCOUNTS,
  DEMO_EXPERTS,
  DEMO_FIRMS,
  DEMO_ORGANISATIONS,
  DEMO_PASSWORD,
  type DemoExpert,
  type DemoFirm,
} from './county';

const VALID_UNTIL = parseInstant('2027-12-31T15:59:59.999Z') ?? 0;

/** Makes the people, organisations and enterprises of the demo county. */
@Injectable()
export class DemoPeople {
  private readonly organisations = new Map<string, string>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly enterprises: Enterprises,
    private readonly keep: KeepEnterprise,
    private readonly review: ReviewEnterprise,
    private readonly experts: Experts,
  ) {}

  /** Whether there is nobody yet: a fresh installation. */
  async isEmpty(): Promise<boolean> {
    return (await this.people.count()) === 0;
  }

  /** Settles the county. `firms` limits how many enterprises come (tests need few). */
  async settle(firms = DEMO_FIRMS.length): Promise<void> {
    // One hash for all: the password is printed on the sign-in page anyway.
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD);
    await this.unit.run(async () => {
      for (const { key, parent, ...organisation } of DEMO_ORGANISATIONS) {
        const parentId = parent === undefined ? undefined : this.organisations.get(parent);
        const id = await this.accounts.found({
          ...organisation,
          ...(parentId ? { parentId } : {}),
        });
        this.organisations.set(key, id);
      }
      for (const { username, name, role, organisation } of DEMO_ACCOUNTS) {
        const id = await this.accounts.add({ username, name, passwordHash });
        await this.accounts.appoint(id, this.organisations.get(organisation) ?? '', role);
      }
    });
    for (const expert of DEMO_EXPERTS) await this.expert(expert, passwordHash);
    const registrar = await this.actor('registrar');
    for (const firm of DEMO_FIRMS.slice(0, firms)) await this.firm(firm, passwordHash, registrar);
  }

  /** The actor behind a demo account. */
  async actor(username: string): Promise<Actor> {
    const person = await this.people.byUsername(username);
    if (!person) throw new Error(`no demo account ${username}`);
    const [membership] = await this.people.membershipsOf(person.id);
    if (!membership) throw new Error(`${username} has no role`);
    return {
      personId: person.id,
      organisationId: membership.organisationId,
      organisationKind: membership.organisationKind,
      role: membership.role,
      from: null,
    };
  }

  /** The account behind a demo actor. */
  async usernameOf({ personId }: Actor): Promise<string> {
    return (await this.people.get(personId)).username;
  }

  private async expert(expert: DemoExpert, passwordHash: string): Promise<void> {
    const { username, ...facts } = expert;
    await this.unit.run(async () => {
      const personId = await this.accounts.add({ username, name: facts.name, passwordHash });
      await this.accounts.appoint(personId, this.organisations.get('experts') ?? '', 'expert');
      await this.experts.add({ personId, ...facts, termUntil: VALID_UNTIL });
    });
  }

  private async firm(firm: DemoFirm, passwordHash: string, registrar: Actor): Promise<void> {
    const { username, name, creditCode, person, qualification } = firm;
    const id = await this.unit.run(async () => {
      const personId = await this.accounts.add({ username, name: person, passwordHash });
      const organisationId = await this.accounts.found({ kind: 'enterprise', name, creditCode });
      await this.accounts.appoint(personId, organisationId, 'bidder');
      await this.enterprises.begin(organisationId, { creditCode, name, contactName: person });
      return organisationId;
    });
    const actor = await this.actor(username);
    await this.keep.edit(actor, {
      name,
      address: '青禾县城关镇',
      legalRepresentative: person,
      contactName: person,
      contactPhone: '0717-5550000',
      bankName: '青禾农村商业银行',
      bankAccount: '62220000000000',
      qualifications: [
        { ...qualification, certificate: `D3${creditCode.slice(11, 17)}`, validUntil: VALID_UNTIL },
      ],
    });
    await this.keep.submit(actor);
    await this.review.answer(registrar, id, { missing: [], reason: '' });
  }
}
