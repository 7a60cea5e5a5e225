import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { ApplicationState, ExpertContent } from '@core/panel';
import { DomainError, forUpdate, Reads, UnitOfWork, violates } from '@server/platform';
import { ExpertApplicationRow, ExpertObjectionRow } from './application.entity';

/** An application for the pool. */
export type ExpertApplication = ExpertApplicationRow;
/** An objection to an admission. */
export type ExpertObjection = ExpertObjectionRow;

/** What an applicant says, taken out of the row. */
export function applicationContent(row: Pick<ExpertApplicationRow, 'content'>): ExpertContent {
  return JSON.parse(row.content) as ExpertContent;
}

const MOST_LISTED = 2_000;

/** Applications for the pool, and objections to admissions. */
@Injectable()
export class ExpertApplications {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Applications in these states, the longest waiting first. */
  async inStates(states: readonly ApplicationState[]): Promise<ExpertApplication[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertApplicationRow).find({
      where: { state: In([...states]) },
      order: { appliedAt: 'ASC', id: 'ASC' },
      take: MOST_LISTED,
    });
  }

  /** Appointments that are being announced at `now`. */
  async announced(now: Instant): Promise<ExpertApplication[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertApplicationRow).find({
      where: { state: 'appointed', announcedUntil: MoreThan(new Date(now) as never) },
      order: { decidedAt: 'ASC', id: 'ASC' },
      take: MOST_LISTED,
    });
  }

  /** The latest application of a person, or null. */
  async latest(personId: string): Promise<ExpertApplication | null> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ExpertApplicationRow)
      .findOne({ where: { personId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** All applications of an expert, the newest first. */
  async ofExpert(expertId: string): Promise<ExpertApplication[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertApplicationRow).find({
      where: { expertId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MOST_LISTED,
    });
  }

  /** Applications of others with the same digest of an identity number. */
  async sameNumber(idDigest: string, expertId: string): Promise<ExpertApplication[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ExpertApplicationRow)
      .findBy({ idDigest, expertId: Not(expertId), state: Not('withdrawn') });
  }

  /** The application with this id; throws `expert.application_not_found`. */
  async get(id: string): Promise<ExpertApplication> {
    const row = await (
      await this.reads.manager()
    )
      .getRepository(ExpertApplicationRow)
      .findOneBy({ id });
    if (!row) throw new DomainError('expert.application_not_found');
    return row;
  }

  /** Locks an application; throws `expert.application_not_found`. */
  async lock(id: string): Promise<ExpertApplication> {
    const row = await this.unit.manager
      .getRepository(ExpertApplicationRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('expert.application_not_found');
    return row;
  }

  /** Imported applications nobody has taken over yet, the oldest first. */
  async unclaimed(): Promise<ExpertApplication[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertApplicationRow).find({
      where: { state: 'draft', personId: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: MOST_LISTED,
    });
  }

  /** Gives an imported application to a person, once; throws `expert.invitation_unknown`. */
  async takeOver(invitation: string, personId: string): Promise<void> {
    const { affected } = await this.unit.manager
      .getRepository(ExpertApplicationRow)
      .update({ invitation, personId: IsNull() }, { personId, invitation: null });
    if (affected !== 1) throw new DomainError('expert.invitation_unknown');
  }

  async add(row: ExpertApplicationRow): Promise<void> {
    await this.unit.manager.getRepository(ExpertApplicationRow).insert(row);
  }

  async change(id: string, change: Partial<ExpertApplicationRow>): Promise<void> {
    await this.unit.manager.getRepository(ExpertApplicationRow).update({ id }, change);
  }

  /** Files an objection; a person objects once to an admission, else `expert.objected_already`. */
  async object(row: ExpertObjectionRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(ExpertObjectionRow).insert(row);
    } catch (error) {
      const columns = ['applicationId', 'personId'];
      if (violates(error, 'uq_expert_objection_person', 'expert_objection', columns)) {
        throw new DomainError('expert.objected_already');
      }
      throw error;
    }
  }

  /** The objection with this id; throws `objection.not_found`. */
  async objection(id: string): Promise<ExpertObjection> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(ExpertObjectionRow).findOneBy({ id });
    if (!row) throw new DomainError('objection.not_found');
    return row;
  }

  /** Objections to these applications, the oldest first. */
  async objections(applicationIds: readonly string[]): Promise<ExpertObjection[]> {
    if (applicationIds.length === 0) return [];
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertObjectionRow).find({
      where: { applicationId: In([...applicationIds]) },
      order: { filedAt: 'ASC', id: 'ASC' },
    });
  }

  /** How many objections to an admission wait for their answer. */
  async openObjections(applicationId: string): Promise<number> {
    return this.unit.manager
      .getRepository(ExpertObjectionRow)
      .countBy({ applicationId, repliedAt: IsNull() });
  }

  /** Answers an objection, once, in the present unit; throws `objection.answered_already`. */
  async answer(
    id: string,
    answer: Pick<ExpertObjectionRow, 'reply' | 'upheld' | 'repliedAt'>,
  ): Promise<void> {
    const { affected } = await this.unit.manager
      .getRepository(ExpertObjectionRow)
      .update({ id, repliedAt: IsNull() }, answer);
    if (affected !== 1) throw new DomainError('objection.answered_already');
  }
}
