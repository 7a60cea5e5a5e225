import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '@core/identity';
import { Ledger } from '@server/ledger';
import { DomainError, Ids, Outbox, SystemClock, UnitOfWork } from '@server/platform';
import { Accounts, type NewOrganisation, type NewPerson } from './accounts';
import { CertificateRows } from './certificates/certificates.store';
import { People } from './people.store';
import { Sessions } from './sessions';

/** Said when a person's data was erased, so that other capabilities erase what they hold. */
export const PERSON_ERASED = 'person.erased';

/** What stands where the name of an erased person stood. */
const ERASED_NAME = '（已删除）';

/**
 * What the three administrators do, each act in the log: the system administrator keeps organisations, the security
 * administrator people and their roles. None of them can read a business secret.
 */
@Injectable()
export class Administer {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly certificates: CertificateRows,
    private readonly clock: SystemClock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Founds an organisation under another one, or at the top. Returns its id. */
  async found(actor: Actor, organisation: NewOrganisation): Promise<string> {
    return this.unit.run(async () => {
      const { parentId } = organisation;
      if (parentId !== undefined && !(await this.people.organisation(parentId))) {
        throw new DomainError('identity.no_such_organisation');
      }
      const id = await this.accounts.found(organisation);
      await this.log(actor, 'organisation.founded', { organisation: id, kind: organisation.kind });
      return id;
    });
  }

  /** Makes an account with a first password, which its person should change. Returns the person's id. */
  async register(actor: Actor, person: NewPerson): Promise<string> {
    const passwordHash = await this.accounts.acceptPassword(person.password, person.username);
    return this.unit.run(async () => {
      const { username, name } = person;
      const id = await this.accounts.add({ username, name, passwordHash });
      await this.log(actor, 'person.registered', { person: id });
      return id;
    });
  }

  /** Gives a role; what separation of duties forbids is refused. Nobody appoints himself. */
  async appoint(actor: Actor, personId: string, organisationId: string, role: Role): Promise<void> {
    if (personId === actor.personId) throw new DomainError('identity.not_oneself');
    await this.unit.run(async () => {
      await this.known(personId);
      await this.accounts.appoint(personId, organisationId, role);
      await this.log(actor, 'person.appointed', {
        person: personId,
        organisation: organisationId,
        role,
      });
    });
  }

  /** Takes a role away; sessions that act in it end. */
  async dismiss(actor: Actor, personId: string, membershipId: string): Promise<void> {
    if (personId === actor.personId) throw new DomainError('identity.not_oneself');
    await this.unit.run(async () => {
      if (!(await this.people.removeMembership(personId, membershipId))) {
        throw new DomainError('identity.no_such_membership');
      }
      await this.sessions.revokeOthers(personId, '');
      await this.log(actor, 'person.dismissed', { person: personId, membership: membershipId });
    });
  }

  /** Closes an account and ends all its sessions; it is never deleted, for the log refers to it. */
  async disable(actor: Actor, personId: string): Promise<void> {
    if (personId === actor.personId) throw new DomainError('identity.not_oneself');
    await this.unit.run(async () => {
      await this.known(personId);
      await this.people.change(personId, { disabledAt: this.clock.now() });
      await this.sessions.revokeOthers(personId, '');
      await this.log(actor, 'person.disabled', { person: personId });
    });
  }

  /** Opens a closed account again. */
  async enable(actor: Actor, personId: string): Promise<void> {
    if (personId === actor.personId) throw new DomainError('identity.not_oneself');
    await this.unit.run(async () => {
      await this.known(personId);
      await this.people.change(personId, { disabledAt: null });
      await this.log(actor, 'person.enabled', { person: personId });
    });
  }

  /**
   * For whoever lost his password, phone or key: a new first password, no second factor and no certificate until
   * he sets them up anew, no lock-out, every session ended. The person's own act of signing in stays his: the log names who reset it.
   */
  async reset(actor: Actor, personId: string, password: string): Promise<void> {
    if (personId === actor.personId) throw new DomainError('identity.not_oneself');
    const person = await this.people.find(personId);
    if (!person) throw new DomainError('identity.no_such_person');
    const passwordHash = await this.accounts.acceptPassword(password, person.username);
    await this.unit.run(async () => {
      await this.known(personId);
      await this.people.change(personId, {
        passwordHash,
        totpSecret: null,
        totpSince: null,
        failures: 0,
        lockedUntil: null,
      });
      await this.certificates.removeAll(personId);
      await this.sessions.revokeOthers(personId, '');
      await this.log(actor, 'person.reset', { person: personId });
    });
  }

  /**
   * Erases what a closed account says of its person (PIPL art. 47): name, user name, second factor, certificates,
   * sessions, roles. The id stays, for the log and the tenders refer to it. Refuses an account that is still open.
   */
  async erase(actor: Actor, personId: string): Promise<void> {
    if (personId === actor.personId) throw new DomainError('identity.not_oneself');
    await this.unit.run(async () => {
      await this.known(personId);
      const person = await this.people.lock(personId);
      if (person.disabledAt === null) throw new DomainError('identity.still_open');
      await this.people.change(personId, {
        username: `erased-${personId.slice(-12)}`,
        name: ERASED_NAME,
        passwordHash: '',
        totpSecret: null,
        totpSince: null,
      });
      await this.certificates.removeAll(personId);
      await this.people.removeMemberships(personId);
      await this.sessions.forget(personId);
      await this.outbox.add(PERSON_ERASED, { personId });
      await this.log(actor, 'person.erased', { person: personId });
    });
  }

  private async known(personId: string): Promise<void> {
    if (!(await this.people.find(personId))) throw new DomainError('identity.no_such_person');
    await this.people.lock(personId);
  }

  private async log(by: Actor, type: string, body: Record<string, string>): Promise<void> {
    await this.ledger.append({
      type,
      scope: 'platform',
      by,
      body: { act: this.ids.next(), by: by.personId, ...body },
    });
  }
}
