import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { OrganisationKind, Role } from '@core/identity';
import { forUpdate, Reads, UnitOfWork } from '@server/platform';
import { MembershipRow, OrganisationRow, PersonRow } from './identity.entity';

/** What somebody may act as. */
export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
  readonly role: Role;
}

/** People, organisations and who is what where. */
@Injectable()
export class People {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async byUsername(username: string): Promise<PersonRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(PersonRow).findOneBy({ username });
  }

  async find(id: string): Promise<PersonRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(PersonRow).findOneBy({ id });
  }

  /** Accounts by user name, a page at a time. */
  async page(after: string, limit: number): Promise<PersonRow[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PersonRow)
      .find({ where: { username: MoreThan(after) }, order: { username: 'ASC' }, take: limit });
  }

  /** Takes a role away; false when there was none. */
  async removeMembership(personId: string, id: string): Promise<boolean> {
    const result = await this.unit.manager.getRepository(MembershipRow).delete({ id, personId });
    return result.affected === 1;
  }

  /** Takes every role away. */
  async removeMemberships(personId: string): Promise<void> {
    await this.unit.manager.getRepository(MembershipRow).delete({ personId });
  }

  async get(id: string): Promise<PersonRow> {
    const manager = await this.reads.manager();
    return manager.getRepository(PersonRow).findOneByOrFail({ id });
  }

  /** The names behind some ids. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(PersonRow).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Locks the account row: the root of everything about signing in. */
  async lock(id: string): Promise<PersonRow> {
    return this.unit.manager
      .getRepository(PersonRow)
      .findOneOrFail({ where: { id }, ...forUpdate(this.unit) });
  }

  async add(row: PersonRow): Promise<void> {
    await this.unit.manager.getRepository(PersonRow).insert(row);
  }

  async change(id: string, change: Partial<PersonRow>): Promise<void> {
    await this.unit.manager.getRepository(PersonRow).update({ id }, change);
  }

  async addOrganisation(row: OrganisationRow): Promise<void> {
    await this.unit.manager.getRepository(OrganisationRow).insert(row);
  }

  async organisation(id: string): Promise<OrganisationRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(OrganisationRow).findOneBy({ id });
  }

  async organisations(): Promise<OrganisationRow[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(OrganisationRow).find({ order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async addMembership(row: MembershipRow): Promise<void> {
    await this.unit.manager.getRepository(MembershipRow).insert(row);
  }

  /** Everything a person may act as, oldest first. */
  async membershipsOf(personId: string): Promise<Membership[]> {
    return this.memberships({ personId });
  }

  /** Everybody with `role`, in one organisation or in all. */
  async holders(role: Role, organisationId?: string): Promise<Membership[]> {
    return this.memberships({ role, ...(organisationId ? { organisationId } : {}) });
  }

  async membership(id: string): Promise<Membership | null> {
    return (await this.memberships({ id }))[0] ?? null;
  }

  private async memberships(where: Partial<MembershipRow>): Promise<Membership[]> {
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(MembershipRow)
      .find({ where, order: { createdAt: 'ASC', id: 'ASC' } });
    const ids = [...new Set(rows.map((row) => row.organisationId))];
    if (ids.length === 0) return [];
    const organisations = await manager
      .getRepository(OrganisationRow)
      .createQueryBuilder('o')
      .whereInIds(ids)
      .getMany();
    const byId = new Map(organisations.map((row) => [row.id, row]));
    return rows.flatMap((row) => {
      const organisation = byId.get(row.organisationId);
      if (!organisation) return [];
      return [
        {
          id: row.id,
          personId: row.personId,
          organisationId: row.organisationId,
          organisationName: organisation.name,
          organisationKind: organisation.kind,
          role: row.role,
        },
      ];
    });
  }

  /** How many accounts there are: 0 on a fresh installation. */
  async count(): Promise<number> {
    const manager = await this.reads.manager();
    return manager.getRepository(PersonRow).countBy({ disabledAt: IsNull() });
  }
}
