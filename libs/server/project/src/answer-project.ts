import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  answerProject,
  cureClock,
  dealClassOf,
  staleClock,
  unifiedCode,
  type Answer,
} from '@core/project';
import { legalDate } from '@core/rules';
import { Calendars } from '@server/calendar';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Config,
  Counters,
  Deadlines,
  orRefuse,
  Outbox,
  Randomness,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { PROJECT_STALE } from './end-project';
import { Projects, type Project } from './projects.store';

/** The registrar's answer to a project that was handed in. */
@Injectable()
export class AnswerProject {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly config: Config,
    private readonly counters: Counters,
    private readonly deadlines: Deadlines,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Answers for completeness only: a receipt with the unified code, or everything that is missing. */
  async answer(actor: Actor, id: string, answer: Answer): Promise<Project> {
    const calendar = await this.calendars.current();
    return this.unit.run(async () => {
      const row = await this.projects.lock(id);
      const set = this.ruleSets.of(row);
      const told = row.told ?? [];
      const now = this.arrival.at();
      const state = orRefuse(answerProject(row.state, answer, told, set, now));
      const change: Partial<Project> =
        state === 'registered'
          ? {
              state,
              registeredAt: now,
              cureBy: null,
              receipt: this.randomness.code('R'),
              unifiedCode: row.unifiedCode ?? (await this.unifiedCode(row, now)),
              remindAt: orRefuse(staleClock(set, row.regime, now, calendar))?.until ?? null,
            }
          : {
              state,
              cureBy: orRefuse(cureClock(set, row.regime, now, calendar))?.until ?? null,
              missing: [...answer.missing],
              told: [...new Set([...told, ...answer.missing])],
              lateReason: answer.lateReason.trim() === '' ? null : answer.lateReason.trim(),
            };
      await this.projects.change(id, { ...change, answeredAt: now });
      if (change.remindAt != null) await this.deadlines.set(PROJECT_STALE, id, change.remindAt);
      await this.ledger.append({
        type: `project.${state}`,
        scope: 'platform',
        by: actor,
        body: { project: row.id, code: row.code, missing: [...answer.missing] },
      });
      await this.outbox.add('project.answered', { projectId: id });
      return { ...row, ...change, answeredAt: now };
    });
  }

  private async unifiedCode({ kind, regime, worksClass }: Project, now: Instant): Promise<string> {
    const date = legalDate(now);
    return unifiedCode({
      dealClass: dealClassOf(kind, regime, worksClass),
      platform: this.config.settings.PLATFORM_CREDIT_CODE,
      date,
      serial: await this.counters.next(`U${date}`),
    });
  }
}
