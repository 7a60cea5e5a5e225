import { Injectable } from '@nestjs/common';
import type { Upheld } from '@core/tender';
import { Reads, UnitOfWork } from '@server/platform';
import { ObjectionRemedyRow, ObjectionRow } from './objection.entity';

/** An objection with its answer. */
export type ObjectionRecord = ObjectionRow;

/** What an objection led to in one lot. */
export type RemedyRecord = ObjectionRemedyRow;

/** A new objection: nothing has become of it. */
export const UNANSWERED = {
  reply: null,
  upheld: null,
  repliedAt: null,
  remedy: null,
  remedyGround: null,
  remedyText: null,
  remediedAt: null,
  complaintId: null,
  ordered: null,
} as const;

/** An objection as decisions about its remedy see it. */
export function toUpheld({ stage, upheld, remediedAt, ordered }: ObjectionRecord): Upheld {
  const said = upheld === null ? null : upheld === 1;
  return { stage: stage ?? 'result', upheld: said, remediedAt, order: ordered };
}

/** The same in one lot: it may have led to something there already while another lot waits. */
export function upheldInLot(
  objection: ObjectionRecord,
  lot: number,
  remedies: readonly RemedyRecord[],
): Upheld {
  const own = remedies.find((one) => one.objectionId === objection.id && one.lot === lot);
  const upheld = toUpheld(objection);
  return { ...upheld, remediedAt: upheld.remediedAt ?? own?.remediedAt ?? null };
}

/** Rows of objections. */
@Injectable()
export class Objections {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async add(row: ObjectionRow): Promise<void> {
    await this.unit.manager.getRepository(ObjectionRow).insert(row);
  }

  async find(id: string): Promise<ObjectionRecord | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ObjectionRow).findOneBy({ id });
  }

  /** Those of a tender, oldest first. */
  async ofTender(tenderId: string): Promise<ObjectionRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ObjectionRow)
      .find({ where: { tenderId }, order: { filedAt: 'ASC', id: 'ASC' } });
  }

  /** Those an enterprise filed on a tender. */
  async ofEnterprise(tenderId: string, enterpriseId: string): Promise<ObjectionRecord[]> {
    return (await this.ofTender(tenderId)).filter((row) => row.enterpriseId === enterpriseId);
  }

  /** What those of a tender led to, lot by lot. */
  async remedies(tenderId: string): Promise<RemedyRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ObjectionRemedyRow)
      .find({ where: { tenderId }, order: { remediedAt: 'ASC', id: 'ASC' } });
  }

  async addRemedy(row: RemedyRecord): Promise<void> {
    await this.unit.manager.getRepository(ObjectionRemedyRow).insert(row);
  }

  async change(id: string, change: Partial<ObjectionRow>): Promise<void> {
    await this.unit.manager.getRepository(ObjectionRow).update({ id }, change);
  }
}
