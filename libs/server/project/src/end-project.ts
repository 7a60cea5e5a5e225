import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  addUse,
  staleClock,
  staleEndClock,
  terminateProject,
  moveProject,
  UNUSED,
  type ProjectUse,
} from '@core/project';
import type { Calendar } from '@core/rules';
import { Calendars } from '@server/calendar';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Deadlines,
  DomainError,
  LegalClock,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { ProjectDrafts } from './project-drafts.store';
import { Projects, type Project } from './projects.store';

/** The kind of deadline that wakes a project nobody tenders. */
export const PROJECT_STALE = 'project.stale';
/** Said when a project is reminded of itself, and when it ends. */
export const PROJECT_REMINDED = 'project.reminded';
/** Said when a project was given up, by its tenderer or by itself. */
export const PROJECT_ENDED = 'project.ended';

/** Says what has become of a project so far. */
export type FindUse = (projectId: string) => Promise<ProjectUse>;

/** How projects end: given up by their tenderer, or by themselves after a reminder nobody answered. */
@Injectable()
export class EndProject implements OnModuleInit {
  private readonly uses: FindUse[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly drafts: ProjectDrafts,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly clock: LegalClock,
    private readonly deadlines: Deadlines,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.deadlines.on(PROJECT_STALE, (id) => this.wake(id));
  }

  /** Adds a capability that carries projects on; a project in use is never stale. */
  usedBy(find: FindUse): void {
    this.uses.push(find);
  }

  /** What has become of a project so far. */
  async useOf(projectId: string): Promise<ProjectUse> {
    let use = UNUSED;
    for (const find of this.uses) use = addUse(use, await find(projectId));
    return use;
  }

  /** Gives a project up, with a reason. */
  async terminate(actor: Actor, id: string, reason: string): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.own(actor, id);
      const use = await this.useOf(id);
      const endReason = orRefuse(terminateProject(row.state, use, reason));
      await this.end(row, endReason, actor);
    });
  }

  /** Answers the reminder: the project is still wanted; the clock begins anew. */
  async keep(actor: Actor, id: string): Promise<void> {
    const calendar = await this.calendars.current();
    await this.unit.run(async () => {
      const row = await this.own(actor, id);
      if (row.state !== 'registered')
        throw new DomainError('project.wrong_state', { state: row.state });
      const set = this.ruleSets.of(row);
      const again = orRefuse(staleClock(set, row.regime, this.arrival.at(), calendar));
      await this.projects.change(id, { remindAt: again?.until ?? null, endsAt: null });
      if (again) await this.deadlines.set(PROJECT_STALE, id, again.until);
    });
  }

  /**
   * Looks at a project again: its clock has run out, or one of its tenders took another state. The clock stands still while a
   * tender runs, ends with a result, and begins anew when the last tender failed.
   */
  private async wake(id: string): Promise<void> {
    const calendar = await this.calendars.current();
    await this.unit.run(async () => {
      if (!(await this.projects.find(id))) return;
      const row = await this.projects.lock(id);
      if (row.state !== 'registered') return;
      const use = await this.useOf(id);
      if (use.running + use.concluded > 0) {
        await this.projects.change(id, { remindAt: null, endsAt: null });
        return;
      }
      const now = this.clock.now();
      const next = row.endsAt ?? row.remindAt ?? this.begin(row, now, calendar);
      if (next === null) return;
      if (now < next) {
        if (row.endsAt === null) await this.projects.change(id, { remindAt: next });
        await this.deadlines.set(PROJECT_STALE, id, next);
      } else if (row.endsAt === null) await this.remind(row, now, calendar);
      else await this.end(row, null, PLATFORM_ACTOR);
    });
  }

  private begin({ regime, ...row }: Project, now: Instant, calendar: Calendar): Instant | null {
    return orRefuse(staleClock(this.ruleSets.of(row), regime, now, calendar))?.until ?? null;
  }

  private async remind(row: Project, now: Instant, calendar: Calendar): Promise<void> {
    const { id, regime } = row;
    const end = orRefuse(staleEndClock(this.ruleSets.of(row), regime, now, calendar));
    if (!end) return;
    await this.projects.change(id, { endsAt: end.until });
    await this.deadlines.set(PROJECT_STALE, id, end.until);
    await this.outbox.add(PROJECT_REMINDED, { projectId: id, until: end.until });
  }

  private async end(row: Project, endReason: string | null, by: Actor): Promise<void> {
    const state = orRefuse(moveProject(row.state, 'terminated'));
    const endedAt = this.arrival.at();
    await this.projects.change(row.id, { state, endReason, endedAt, remindAt: null, endsAt: null });
    await this.deadlines.drop(PROJECT_STALE, row.id);
    await this.drafts.drop(row.id, row.tendererId);
    await this.ledger.append({
      type: PROJECT_ENDED,
      scope: 'platform',
      by,
      body: { project: row.id, code: row.code, byItself: endReason === null },
    });
    await this.outbox.add(PROJECT_ENDED, { projectId: row.id });
  }

  private async own(actor: Actor, id: string): Promise<Project> {
    const row = await this.projects.lock(id);
    if (row.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
    return row;
  }
}
