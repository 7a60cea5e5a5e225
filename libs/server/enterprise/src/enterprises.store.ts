import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import {
  reviewOf,
  type Eligibility,
  type EnterpriseContent,
  type EnterpriseState,
  type StaffMember,
} from '@core/enterprise';
import { Arrival, DomainError, forUpdate, Reads, UnitOfWork } from '@server/platform';
import { EnterpriseRow, EnterpriseStaffRow, EnterpriseVersionRow } from './enterprise.entity';

/** An enterprise of the register, whole: for its owner and the registrar. */
export type Enterprise = EnterpriseRow;

/** One version of an enterprise. */
export type EnterpriseVersion = EnterpriseVersionRow;

/** Where else a key person is registered. */
export interface StaffElsewhere {
  readonly idDigest: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly name: string;
}

/** What an enterprise says of itself, taken out of its row: the version in force, or its first record. */
export function contentOf(row: EnterpriseRow): EnterpriseContent {
  const { name, creditCode, address, legalRepresentative, contactName, contactPhone } = row;
  const { bankName, bankAccount, qualifications, staff, attachments } = row;
  return {
    name,
    creditCode,
    address,
    legalRepresentative,
    contactName,
    contactPhone,
    bankName,
    bankAccount,
    qualifications,
    staff: staff === null ? [] : (JSON.parse(staff) as StaffMember[]),
    attachments: attachments ?? [],
  };
}

/** What the firm works on: its change if there is one, else what it has. */
export function workingContentOf(row: EnterpriseRow): EnterpriseContent {
  return row.pending === null ? contentOf(row) : readContent(row.pending);
}

/** A content as it is kept; versions older than key staff and files have none. */
export function readContent(json: string): EnterpriseContent {
  const { staff, attachments, ...rest } = JSON.parse(json) as Omit<
    EnterpriseContent,
    'staff' | 'attachments'
  > &
    Partial<EnterpriseContent>;
  return { ...rest, staff: staff ?? [], attachments: attachments ?? [] };
}

/** The columns that hold a content. */
export function columnsOf(content: EnterpriseContent): Partial<EnterpriseRow> {
  const { staff, attachments, creditCode: _, ...plain } = content;
  return { ...plain, staff: JSON.stringify(staff), attachments };
}

/** The number of the version in force; null before the first was verified. */
export function versionInForce(row: EnterpriseRow): number | null {
  return row.verifiedVersion ?? (row.verifiedAt === null ? null : row.version);
}

/** The part of an enterprise that eligibility is judged by. */
export function eligibilityOf(row: Enterprise): Eligibility {
  const { state, suspendedUntil, creditCode, legalRepresentative, qualifications } = row;
  return { state, suspendedUntil, creditCode, legalRepresentative, qualifications };
}

const MOST_LISTED = 500;

/** The bidder register. */
@Injectable()
export class Enterprises {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly arrival: Arrival,
  ) {}

  async find(id: string): Promise<Enterprise | null> {
    return (await this.reads.manager()).getRepository(EnterpriseRow).findOneBy({ id });
  }

  /** The enterprise with this id; throws `enterprise.not_found`. */
  async get(id: string): Promise<Enterprise> {
    const row = await this.find(id);
    if (!row) throw new DomainError('enterprise.not_found');
    return row;
  }

  async byCreditCode(creditCode: string): Promise<Enterprise | null> {
    return (await this.reads.manager()).getRepository(EnterpriseRow).findOneBy({ creditCode });
  }

  /** Everybody stored in a state, those who handed in first on top. Whether it still holds now is core's to say. */
  async inState(state: EnterpriseState): Promise<Enterprise[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(EnterpriseRow)
      .find({ where: { state }, order: { submittedAt: 'ASC', id: 'ASC' }, take: MOST_LISTED });
  }

  /** Verified firms after an id, in order: for looks through the whole register. */
  async verifiedAfter(id: string, limit: number): Promise<Enterprise[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(EnterpriseRow).find({
      where: { state: 'verified', id: MoreThan(id) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Everybody whose first record or change waits for a registrar, the longest waiting first. */
  async waiting(): Promise<Enterprise[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(EnterpriseRow).find({
      where: [{ state: 'submitted' }, { review: 'submitted' }],
      order: { submittedAt: 'ASC', id: 'ASC' },
      take: MOST_LISTED,
    });
  }

  /** Firms of the public list by part of a name or credit code, in the order of their numbers, after `after`. */
  async page(words: string, after: string | null, size: number): Promise<Enterprise[]> {
    const manager = await this.reads.manager();
    const query = manager
      .getRepository(EnterpriseRow)
      .createQueryBuilder('e')
      .where('e.verifiedAt IS NOT NULL');
    if (words !== '') {
      const like = `%${words.replace(/[!%_]/g, '!$&')}%`;
      query.andWhere("(e.name LIKE :like ESCAPE '!' OR e.creditCode LIKE :code ESCAPE '!')", {
        like,
        code: like.toUpperCase(),
      });
    }
    if (after !== null) query.andWhere('e.memberNumber > :after', { after });
    return query.orderBy('e.memberNumber', 'ASC').take(size).getMany();
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Enterprise>> {
    if (ids.length === 0) return new Map();
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(EnterpriseRow)
      .createQueryBuilder('e')
      .whereInIds([...ids])
      .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Which of these credit codes are in the register. */
  async knownCodes(codes: readonly string[]): Promise<Set<string>> {
    const manager = await this.reads.manager();
    const known = new Set<string>();
    for (let at = 0; at < codes.length; at += 500) {
      const rows = await manager.getRepository(EnterpriseRow).find({
        select: { id: true, creditCode: true },
        where: { creditCode: In(codes.slice(at, at + 500)) },
      });
      for (const row of rows) known.add(row.creditCode);
    }
    return known;
  }

  /** Locks the enterprise's row; throws `enterprise.not_found`. */
  async lock(id: string): Promise<Enterprise> {
    const row = await this.unit.manager
      .getRepository(EnterpriseRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('enterprise.not_found');
    return row;
  }

  /** Begins an empty record for an organisation, in the present unit. */
  async begin(
    id: string,
    facts: Pick<Enterprise, 'creditCode' | 'name' | 'contactName'> & Partial<Enterprise>,
  ): Promise<void> {
    await this.unit.manager.getRepository(EnterpriseRow).insert({
      id,
      state: 'draft',
      version: 0,
      address: '',
      legalRepresentative: '',
      contactPhone: '',
      bankName: '',
      bankAccount: '',
      qualifications: [],
      missing: [],
      createdAt: this.arrival.at(),
      ...facts,
    });
  }

  async change(id: string, change: Partial<EnterpriseRow>): Promise<void> {
    await this.unit.manager.getRepository(EnterpriseRow).update({ id }, change);
  }

  async addVersion(row: EnterpriseVersionRow, staff: readonly EnterpriseStaffRow[]): Promise<void> {
    await this.unit.manager.getRepository(EnterpriseVersionRow).insert(row);
    for (const member of staff) {
      await this.unit.manager.getRepository(EnterpriseStaffRow).insert(member);
    }
  }

  async changeVersion(
    enterpriseId: string,
    version: number,
    change: Partial<EnterpriseVersionRow>,
  ): Promise<void> {
    await this.unit.manager
      .getRepository(EnterpriseVersionRow)
      .update({ enterpriseId, version }, change);
  }

  /** All versions, newest first. */
  async versions(enterpriseId: string): Promise<EnterpriseVersion[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(EnterpriseVersionRow)
      .find({ where: { enterpriseId }, order: { version: 'DESC' }, take: MOST_LISTED });
  }

  /** One version, or null. */
  async version(enterpriseId: string, version: number): Promise<EnterpriseVersion | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(EnterpriseVersionRow).findOneBy({ enterpriseId, version });
  }

  /**
   * Where key people of these digests are registered besides `enterpriseId`: in a version in force, or one that waits.
   * A finding for the registrar, never a bar.
   */
  async staffElsewhere(
    enterpriseId: string,
    digests: readonly string[],
  ): Promise<StaffElsewhere[]> {
    if (digests.length === 0) return [];
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(EnterpriseStaffRow)
      .findBy({ idDigest: In([...new Set(digests)]), enterpriseId: Not(enterpriseId) });
    const firms = await this.byIds([...new Set(rows.map((row) => row.enterpriseId))]);
    const found = new Map<string, StaffElsewhere>();
    for (const { idDigest, enterpriseId: id, version, name } of rows) {
      const firm = firms.get(id);
      const waits = firm && reviewOf(firm) === 'submitted' && version === firm.version;
      if (!firm || !(waits || version === versionInForce(firm))) continue;
      found.set(`${idDigest}/${id}`, {
        idDigest,
        enterpriseId: id,
        enterpriseName: firm.name,
        name,
      });
    }
    return [...found.values()];
  }
}
