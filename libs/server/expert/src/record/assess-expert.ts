import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { assessExpert, type AssessmentGrade } from '@core/panel';
import { Arrival, DomainError, Ids, orRefuse, Reads, UnitOfWork, violates } from '@server/platform';
import { ExpertAssessmentRow } from './assessment.entity';
import { ExpertHistory } from './expert-history';

/** How an expert served on a panel. */
export type ExpertAssessment = ExpertAssessmentRow;

/** An assessment, as it is entered. */
export interface NewAssessment {
  readonly expertId: string;
  readonly tenderId: string;
  /** The code of the tender, for the history. */
  readonly code: string;
  readonly seat: number;
  readonly grade: AssessmentGrade;
  readonly text: string;
}

/** Keeps how experts served, once per panel and organisation. Who may say it of whom is the panel's to know. */
@Injectable()
export class AssessExpert {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly history: ExpertHistory,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  /** Records an assessment; a second one of the same organisation is refused with `expert.assessed_already`. */
  async record(actor: Actor, { code, ...entered }: NewAssessment): Promise<void> {
    const { grade, text, expertId } = entered;
    orRefuse(assessExpert(grade, text));
    const at = this.arrival.at();
    const { organisationId } = actor;
    try {
      await this.unit.run(async () => {
        await this.unit.manager
          .getRepository(ExpertAssessmentRow)
          .insert({ id: this.ids.next(), organisationId, at, ...entered });
        const told = text.trim() === '' ? code : `${code} · ${text}`;
        await this.history.add(actor, {
          expertId,
          step: 'assessed',
          at,
          ground: grade,
          text: told,
        });
      });
    } catch (error) {
      const columns = ['expertId', 'tenderId', 'organisationId'];
      if (violates(error, 'uq_expert_assessment', 'expert_assessment', columns)) {
        throw new DomainError('expert.assessed_already');
      }
      throw error;
    }
  }

  /** What an organisation said of a panel's members. */
  async ofTender(tenderId: string, organisationId: string): Promise<ExpertAssessment[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ExpertAssessmentRow)
      .find({ where: { tenderId, organisationId }, order: { seat: 'ASC' } });
  }
}
