import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { protocolTime, taggedHashHex, type Instant } from '@core/kernel';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Ids, Outbox, Reads, UnitOfWork } from '@server/platform';
import { ExpertStepRow, type ExpertStep } from './step.entity';

export { EXPERT_STEPS, type ExpertStep } from './step.entity';

/** One step in the life of an expert. */
export type ExpertStepRecord = ExpertStepRow;

/** Said when something happened to an expert: `{expertId, stepId}`. */
export const EXPERT_MOVED = 'expert.moved';

/** What is said about a step. */
export type StepFacts = Pick<ExpertStepRow, 'expertId' | 'step' | 'at'> &
  Partial<Omit<ExpertStepRow, 'id' | 'by' | 'digest'>>;

/** The digest of a step: over everything it says. Its random id keeps it from being guessed. */
export function stepDigest({ digest: _, ...said }: ExpertStepRow): string {
  const at = (moment: Instant | null): string | null =>
    moment === null ? null : protocolTime(moment);
  return taggedHashHex('sunlit/expert-step', {
    ...said,
    at: at(said.at),
    fromAt: at(said.fromAt),
    untilAt: at(said.untilAt),
  });
}

/**
 * What happened to each expert. A step is added and never changed; the log holds its digest beside the expert's id and
 * nothing that names a person or a tender, so a history that was rewritten does not fit the log any more.
 */
@Injectable()
export class ExpertHistory {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly people: People,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Adds a step in the present unit, and returns it. */
  async add(actor: Actor, facts: StepFacts): Promise<ExpertStepRecord> {
    const row: ExpertStepRow = {
      id: this.ids.next(),
      by: await this.organisation(actor),
      text: '',
      number: null,
      ground: null,
      fromAt: null,
      untilAt: null,
      score: null,
      passed: null,
      fileId: null,
      digest: '',
      ...facts,
    };
    row.digest = stepDigest(row);
    await this.unit.manager.getRepository(ExpertStepRow).insert(row);
    await this.ledger.append({
      type: `expert.${row.step}`,
      scope: 'platform',
      by: actor,
      body: { expert: row.expertId, record: row.id, digest: row.digest },
    });
    await this.outbox.add(EXPERT_MOVED, { expertId: row.expertId, stepId: row.id });
    return row;
  }

  /** What happened to an expert, the oldest first. */
  async of(expertId: string): Promise<ExpertStepRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ExpertStepRow)
      .find({ where: { expertId }, order: { at: 'ASC', id: 'ASC' }, take: 1_000 });
  }

  /** One step, or null. */
  async step(id: string): Promise<ExpertStepRecord | null> {
    return (await this.reads.manager()).getRepository(ExpertStepRow).findOneBy({ id });
  }

  /** Steps of one kind of an expert since a moment, the oldest first. */
  async since(expertId: string, step: ExpertStep, from: Instant): Promise<ExpertStepRecord[]> {
    return (await this.of(expertId)).filter((one) => one.step === step && one.at >= from);
  }

  /** Whether the expert asked for his latest pause himself; else it is the keeper's. */
  async isOwnPause(expertId: string): Promise<boolean> {
    const paused = await this.unit.manager
      .getRepository(ExpertStepRow)
      .findOne({ where: { expertId, step: 'paused' }, order: { at: 'DESC', id: 'DESC' } });
    return paused?.ground === 'expert';
  }

  private async organisation({ organisationId, role }: Actor): Promise<string> {
    if (role === 'expert') return '';
    return (await this.people.organisation(organisationId))?.name ?? '';
  }
}
