import { Injectable } from '@nestjs/common';
import {
  checkPassword,
  conflictingRole,
  roleFits,
  type OrganisationKind,
  type Role,
} from '@core/identity';
import { DomainError, Ids, orRefuse, SystemClock, UnitOfWork, violates } from '@server/platform';
import { Passwords } from './passwords';
import { People } from './people.store';
import { Sessions, type Caller } from './sessions';

/** A new account. */
export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** A new organisation. */
export interface NewOrganisation {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly creditCode?: string;
  readonly parentId?: string;
}

/** Makes people and organisations, and says who is what where. */
@Injectable()
export class Accounts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly clock: SystemClock,
    private readonly ids: Ids,
  ) {}

  /** Makes an account; refuses a weak password and a taken user name. Returns the person's id. */
  async register(person: NewPerson): Promise<string> {
    const { username, name } = person;
    const passwordHash = await this.acceptPassword(person.password, username);
    return this.add({ username, name, passwordHash });
  }

  /** Checks a new password and hashes it: slow, so done before a unit begins. */
  async acceptPassword(password: string, username: string): Promise<string> {
    orRefuse(checkPassword(password, username));
    return this.passwords.hash(password);
  }

  /** The same with a password that is hashed already (seeding many demo accounts). */
  async add(person: Omit<NewPerson, 'password'> & { passwordHash: string }): Promise<string> {
    const id = this.ids.next();
    try {
      await this.unit.run(() =>
        this.people.add({
          id,
          username: person.username.toLowerCase(),
          name: person.name,
          passwordHash: person.passwordHash,
          totpSecret: null,
          totpSince: null,
          totpStep: 0,
          failures: 0,
          lockedUntil: null,
          disabledAt: null,
          createdAt: this.clock.now(),
        }),
      );
    } catch (error) {
      if (violates(error, 'uq_person_username', 'person', ['username'])) {
        throw new DomainError('identity.username_taken');
      }
      throw error;
    }
    return id;
  }

  async found(organisation: NewOrganisation): Promise<string> {
    const id = this.ids.next();
    await this.unit.run(() =>
      this.people.addOrganisation({
        id,
        parentId: organisation.parentId ?? null,
        kind: organisation.kind,
        name: organisation.name,
        creditCode: organisation.creditCode ?? null,
        createdAt: this.clock.now(),
      }),
    );
    return id;
  }

  /** Gives a person a role; refuses what separation of duties forbids and what does not fit the organisation. */
  async appoint(personId: string, organisationId: string, role: Role): Promise<void> {
    await this.unit.run(async () => {
      await this.people.lock(personId);
      const held = (await this.people.membershipsOf(personId)).map((membership) => membership.role);
      const clash = conflictingRole(held, role);
      if (clash) throw new DomainError('identity.roles_conflict', { role, held: clash });
      const organisation = await this.people.organisation(organisationId);
      if (!organisation || !roleFits(role, organisation.kind)) {
        throw new DomainError('identity.role_does_not_fit', { role });
      }
      await this.people.addMembership({
        id: this.ids.next(),
        personId,
        organisationId,
        role,
        createdAt: this.clock.now(),
      });
    });
  }

  /** Changes the caller's password and ends all other sessions. */
  async changePassword(caller: Caller, current: string, next: string): Promise<void> {
    const person = await this.people.get(caller.personId);
    if (!(await this.passwords.verify(person.passwordHash, current))) {
      throw new DomainError('identity.wrong_credentials');
    }
    const passwordHash = await this.acceptPassword(next, person.username);
    await this.unit.run(async () => {
      await this.people.change(person.id, { passwordHash });
      await this.sessions.revokeOthers(person.id, caller.sessionId);
    });
  }
}
