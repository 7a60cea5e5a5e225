import { Injectable, type OnModuleInit } from '@nestjs/common';
import { clocksOf, type ComplaintClock } from '@core/complaint';
import { DAY, HOUR, type Instant } from '@core/kernel';
import { legalDate } from '@core/rules';
import { Calendars } from '@server/calendar';
import {
  COMPLAINT_MOVED,
  COMPLAINT_STEPS,
  Complaints,
  toPause,
  type ComplaintRecord,
  type ComplaintStep,
} from '@server/complaint';
import { People } from '@server/identity';
import { Background, Leases, LegalClock, Outbox, RuleSets } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { Notify } from './notify';
import { Recipients } from './recipients';

/** How long before the last moment somebody is reminded. */
const BEFORE = 2 * DAY;

type Told = 'authority' | 'complainant' | 'respondent';

/** Who is told of which step: nobody learns of a complaint by a message what he could not read. */
const TOLD: Readonly<Record<ComplaintStep, readonly Told[]>> = {
  filed: ['authority'],
  deficient: ['complainant'],
  corrected: ['authority'],
  accepted: ['complainant', 'respondent'],
  not_accepted: ['complainant'],
  transferred: ['complainant'],
  answered: ['authority'],
  stopped: ['complainant', 'respondent'],
  continued: ['complainant', 'respondent'],
  suspended: ['complainant', 'respondent'],
  resumed: ['complainant', 'respondent'],
  withdrawal_asked: ['authority'],
  withdrawal_refused: ['complainant'],
  withdrawn: ['authority', 'complainant', 'respondent'],
  decided: ['authority', 'complainant', 'respondent'],
};

/** Tells those a complaint concerns of each step, and whoever has a clock to keep before it runs out; supervisors of all that ran out. */
@Injectable()
export class ComplaintOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly clock: LegalClock,
    private readonly complaints: Complaints,
    private readonly tenders: Tenders,
    private readonly calendars: Calendars,
    private readonly ruleSets: RuleSets,
    private readonly people: People,
    private readonly to: Recipients,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('notification-complaint', COMPLAINT_MOVED, async ({ payload, seq }) => {
      const step = COMPLAINT_STEPS.find((one) => one === payload.step);
      if (step) await this.moved(String(payload.complaintId), step, seq);
    });
    this.background.add('complaint reminders', HOUR, async () => {
      if (await this.leases.hold('complaint-reminders', 2 * HOUR)) await this.tick();
    });
  }

  /** Looks through the clocks that run once; each is told once per step. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    for (const complaint of await this.complaints.latest([
      'filed',
      'corrected',
      'deficient',
      'accepted',
    ])) {
      const tender = await this.tenders.get(complaint.tenderId);
      for (const one of await this.clocks(complaint, tender, now)) {
        const { until, stoppedSince } = one;
        if (until === null || stoppedSince !== null || now < until - BEFORE) continue;
        await this.remind(complaint, tender, one, until, now >= until);
      }
    }
  }

  private async clocks(
    complaint: ComplaintRecord,
    tender: TenderRow,
    now: Instant,
  ): Promise<readonly ComplaintClock[]> {
    const pauses = (await this.complaints.pauses(complaint.id)).map(toPause);
    const law = this.ruleSets.under(tender, now);
    return clocksOf(complaint, pauses, law, await this.calendars.current(), now);
  }

  private async remind(
    complaint: ComplaintRecord,
    { code, title }: TenderRow,
    { clock, whose, law }: ComplaintClock,
    until: Instant,
    isLate: boolean,
  ): Promise<void> {
    const told = await this.peopleOf(whose, complaint);
    if (isLate && whose !== 'authority')
      told.push(...(await this.peopleOf('authority', complaint)));
    await this.notify.tell(told, {
      topic: isLate ? 'complaint.late' : 'complaint.due',
      about: `${complaint.id}/${clock}/${until}`,
      params: {
        code,
        title,
        number: complaint.code,
        until: legalDate(until - 1),
        citation: law?.citation ?? '',
      },
      link: `/work/complaints/${complaint.id}`,
    });
  }

  private async moved(id: string, step: ComplaintStep, seq: number): Promise<void> {
    const complaint = await this.complaints.get(id);
    const { tenderId, acceptedAt } = complaint;
    const tender = await this.tenders.get(tenderId);
    const until = (await this.clocks(complaint, tender, this.clock.now()))[0]?.until ?? null;
    const people: string[] = [];
    for (const whose of TOLD[step]) {
      // What was never served on him is not told him either.
      if (whose === 'respondent' && acceptedAt === null) continue;
      people.push(...(await this.peopleOf(whose, complaint)));
    }
    await this.notify.tell(people, {
      topic: `complaint.${step}`,
      about: `${id}/${seq}`,
      params: {
        code: tender.code,
        title: tender.title,
        number: complaint.code,
        until: until === null ? '' : legalDate(until - 1),
      },
      link: `/work/complaints/${id}`,
    });
  }

  /** The people of the authority that has it, or of all authorities; of the firm; of the tenderer. */
  private async peopleOf(
    whose: Told,
    { authorityId, enterpriseId, tenderId }: ComplaintRecord,
  ): Promise<string[]> {
    if (whose === 'complainant') return this.to.members('bidder', [enterpriseId]);
    if (whose === 'respondent') return this.to.ofTenderer(tenderId);
    const held = await this.people.holders('supervisor', authorityId ?? undefined);
    return held.map(({ personId }) => personId);
  }
}
