import { Injectable } from '@nestjs/common';
import { parseInstant, type Instant } from '@core/kernel';
import { Config } from '../config/config';
import { Reads } from '../database/reads';
import { UnitOfWork } from '../database/unit-of-work';
import { DomainError } from '../domain-error';
import { ClockPositionRow } from '../platform.entity';
import { LegalClock, SystemClock } from './clock';

const ROW = 'legal';

/** Where every demo begins: Monday 2 March 2026, 08:30 in Beijing, a working day of a year whose holidays ship. */
export const DEMO_START: Instant = parseInstant('2026-03-02T00:30:00.000Z') ?? 0;

/** Keeps the demo clock's position, so that a restart or a second process goes on from the same time. */
@Injectable()
export class ClockStore {
  constructor(
    private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly legal: LegalClock,
    private readonly system: SystemClock,
  ) {}

  /** Adopts the stored position, making it at the first start. Does nothing for the real clock. */
  async load(): Promise<void> {
    const { CLOCK } = this.config.settings;
    if (CLOCK.kind === 'real') return;
    await this.unit.run(async () => {
      const repository = this.unit.manager.getRepository(ClockPositionRow);
      const row = await repository.findOneBy({ id: ROW });
      if (row) {
        this.legal.adopt(row);
        return;
      }
      const position = {
        legalAnchor: DEMO_START,
        systemAnchor: this.system.now(),
        rate: CLOCK.rate,
      };
      await repository.insert({ id: ROW, ...position });
      this.legal.adopt(position);
    });
  }

  /** Sets the demo clock back to where a demo's past begins: on an installation where nothing has happened yet. */
  async begin(at: Instant): Promise<void> {
    if (!this.legal.isDemo) throw new DomainError('clock.not_movable');
    await this.unit.run(async () => {
      const position = { legalAnchor: at, systemAnchor: this.system.now(), rate: 1 };
      await this.unit.manager.getRepository(ClockPositionRow).update({ id: ROW }, position);
      this.unit.afterCommit(() => this.legal.adopt(position));
    });
  }

  /** Takes over what another process may have changed. */
  async refresh(): Promise<void> {
    if (!this.legal.isDemo) return;
    const manager = await this.reads.manager();
    const row = await manager.getRepository(ClockPositionRow).findOneBy({ id: ROW });
    if (row) this.legal.adopt(row);
  }

  /** Moves the demo clock forward to `to`, or changes its pace. Never back, never in production. */
  async move(to: Instant | null, rate: number | null): Promise<Instant> {
    if (!this.legal.isDemo) throw new DomainError('clock.not_movable');
    return this.unit.run(async () => {
      const now = this.legal.now();
      if (to !== null && to < now) throw new DomainError('clock.never_back');
      const position = {
        legalAnchor: to ?? now,
        systemAnchor: this.system.now(),
        rate: rate ?? this.legal.rate,
      };
      await this.unit.manager.getRepository(ClockPositionRow).update({ id: ROW }, position);
      this.unit.afterCommit(() => this.legal.adopt(position));
      return position.legalAnchor;
    });
  }
}
