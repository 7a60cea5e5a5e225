import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Complaint, Pause } from '@core/complaint';
import type { Instant } from '@core/kernel';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import { ComplaintFileRow, ComplaintPauseRow, ComplaintRow } from './complaint.entity';

/** A complaint with everything that became of it. */
export type ComplaintRecord = ComplaintRow;
/** A file that came with it. */
export type ComplaintEvidence = ComplaintFileRow;
/** A time in which its clock, or the award, stood still. */
export type ComplaintPause = ComplaintPauseRow;

/** How many complaints a list shows, the latest first. */
const MOST = 500;

/** A new complaint: nothing has become of it. */
export const UNHANDLED = {
  state: 'filed',
  authorityId: null,
  authorityName: null,
  lacking: null,
  correctionAskedAt: null,
  correctBy: null,
  correction: null,
  correctedAt: null,
  ground: null,
  refusal: null,
  acceptedAt: null,
  answer: null,
  answeredAt: null,
  withdrawal: null,
  withdrawalAskedAt: null,
  withdrawalAnswer: null,
  outcome: null,
  findings: null,
  basis: null,
  ordered: null,
  citation: null,
  digest: null,
  endedAt: null,
  endedBy: null,
  fileId: null,
} as const;

/** A pause as decisions see it, with its row. */
export function toPause(row: ComplaintPause): Pause & { readonly id: string } {
  const { id, kind, startedAt, endedAt, endsBy } = row;
  return { id, kind, from: startedAt, to: endedAt, until: endsBy };
}

/** Rows of complaints. */
@Injectable()
export class Complaints {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async find(id: string): Promise<ComplaintRecord | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ComplaintRow).findOneBy({ id });
  }

  /** The complaint. Throws `complaint.not_found`. */
  async get(id: string): Promise<ComplaintRecord> {
    const row = await this.find(id);
    if (!row) throw new DomainError('complaint.not_found');
    return row;
  }

  /** Those of a tender, oldest first. */
  async ofTender(tenderId: string): Promise<ComplaintRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ComplaintRow)
      .find({ where: { tenderId }, order: { filedAt: 'ASC', id: 'ASC' } });
  }

  /** Those a firm made, the latest first. */
  async ofEnterprise(enterpriseId: string): Promise<ComplaintRecord[]> {
    return this.list({ enterpriseId });
  }

  /** Those about tenders an organisation runs, the latest first. */
  async ofRunner(organisationId: string): Promise<ComplaintRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ComplaintRow)
      .createQueryBuilder('c')
      .where(
        'c.tenderId IN (SELECT t.id FROM tender t WHERE t.tendererId = :organisationId OR t.agencyId = :organisationId)',
        { organisationId },
      )
      .orderBy({ 'c.filedAt': 'DESC', 'c.id': 'DESC' })
      .take(MOST)
      .getMany();
  }

  /** All, or those in these states, the latest first. */
  async latest(states: readonly Complaint['state'][] | null = null): Promise<ComplaintRecord[]> {
    return this.list(states === null ? {} : { state: In([...states]) });
  }

  private async list(where: object): Promise<ComplaintRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ComplaintRow)
      .find({ where, order: { filedAt: 'DESC', id: 'DESC' }, take: MOST });
  }

  /** Every decided complaint, for the figures. */
  async decided(): Promise<ComplaintRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ComplaintRow)
      .find({ where: { state: 'decided' }, order: { endedAt: 'DESC', id: 'DESC' } });
  }

  async add(row: ComplaintRecord): Promise<void> {
    await this.unit.manager.getRepository(ComplaintRow).insert(row);
  }

  async change(id: string, change: Partial<ComplaintRecord>): Promise<void> {
    await this.unit.manager.getRepository(ComplaintRow).update({ id }, change);
  }

  async files(complaintId: string): Promise<ComplaintEvidence[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ComplaintFileRow)
      .find({ where: { complaintId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  async addFile(row: ComplaintEvidence): Promise<void> {
    await this.unit.manager.getRepository(ComplaintFileRow).insert(row);
  }

  async pauses(complaintId: string): Promise<ComplaintPause[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ComplaintPauseRow)
      .find({ where: { complaintId }, order: { startedAt: 'ASC', id: 'ASC' } });
  }

  /** The suspensions of a tender that nobody has ended; they may have ended by themselves. */
  async suspensions(tenderId: string): Promise<ComplaintPause[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ComplaintPauseRow)
      .findBy({ tenderId, kind: 'suspension', endedAt: IsNull() });
  }

  async addPause(row: ComplaintPause): Promise<void> {
    await this.unit.manager.getRepository(ComplaintPauseRow).insert(row);
  }

  /** Ends a pause. */
  async endPause(id: string, endedAt: Instant): Promise<void> {
    await this.unit.manager.getRepository(ComplaintPauseRow).update({ id }, { endedAt });
  }
}
