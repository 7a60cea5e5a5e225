import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY, HOUR, type Instant } from '@core/kernel';
import { legalDate } from '@core/rules';
import { DueDuties, type TenderDuty } from '@server/contract';
import { People } from '@server/identity';
import { Background, Leases, LegalClock } from '@server/platform';
import { Notify } from './notify';

/** How long before the last moment a duty is called to mind. */
const BEFORE = DAY;

/**
 * Tells whoever runs a tender of a duty whose last day is near or over, and the supervisors of one whose last day is over;
 * looked at hourly, told once per duty and step.
 */
@Injectable()
export class DutyReminders implements OnModuleInit {
  constructor(
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly clock: LegalClock,
    private readonly duties: DueDuties,
    private readonly people: People,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.background.add('duty reminders', HOUR, async () => {
      if (await this.leases.hold('duty-reminders', 2 * HOUR)) await this.tick();
    });
  }

  /** Looks through what waits once. */
  async tick(): Promise<void> {
    await this.duties.settle();
    const now = this.clock.now();
    for (const one of await this.duties.waiting(null)) {
      if (one.until === null || now < one.until - BEFORE) continue;
      await this.remind(one, one.until, now >= one.until);
    }
  }

  private async remind(
    { tender, lot, duty, law }: TenderDuty,
    until: Instant,
    isLate: boolean,
  ): Promise<void> {
    const { id, code, title, tendererId, agencyId } = tender;
    const held = await this.people.holders('tenderer', tendererId);
    if (agencyId !== null) held.push(...(await this.people.holders('tenderer', agencyId)));
    const message = {
      topic: isLate ? ('duty.late' as const) : ('duty.due' as const),
      about: `${id}/${lot ?? 0}/${duty}/${until}`,
      params: { code, title, until: legalDate(until - 1), citation: law.citation },
    };
    const runs = held.map(({ personId }) => personId);
    await this.notify.tell(runs, { ...message, link: `/work/tenders/${id}` });
    if (!isLate) return;
    const watch = await this.people.holders('supervisor');
    const others = watch.map(({ personId }) => personId).filter((one) => !runs.includes(one));
    await this.notify.tell(others, { ...message, link: `/tenders/${id}` });
  }
}
