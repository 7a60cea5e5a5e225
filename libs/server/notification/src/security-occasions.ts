import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY, HOUR, type Instant } from '@core/kernel';
import type { MessageTopic } from '@core/notification';
import { legalDate } from '@core/rules';
import {
  BidSecurities,
  type FollowedSecurity,
  ReadSecurities,
  SECURITY_FORFEITED,
  SECURITY_RECEIVED,
  SECURITY_RETURNED,
} from '@server/bid-security';
import { People } from '@server/identity';
import { Background, Leases, LegalClock, Outbox } from '@server/platform';
import { Tenders } from '@server/tender';
import { Notify } from './notify';

/** How long before the last moment finance is reminded. */
const BEFORE = DAY;

/** Tells a bidder what becomes of its security, finance what is due back, and of what is overdue the supervisors too. */
@Injectable()
export class SecurityOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly clock: LegalClock,
    private readonly securities: BidSecurities,
    private readonly reading: ReadSecurities,
    private readonly tenders: Tenders,
    private readonly people: People,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    const on = (topic: string, message: MessageTopic): void => {
      this.outbox.consume('notification-security', topic, ({ payload, seq }) =>
        this.tellBidder(String(payload.securityId), message, seq),
      );
    };
    on(SECURITY_RECEIVED, 'security.received');
    on(SECURITY_RETURNED, 'security.returned');
    on(SECURITY_FORFEITED, 'security.forfeited');
    this.background.add('security reminders', HOUR, async () => {
      if (await this.leases.hold('security-reminders', 2 * HOUR)) await this.tick();
    });
  }

  /** Looks through what is due back once; each is told once per step. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    for (const one of await this.reading.dueBack()) {
      const until = one.release?.until ?? null;
      if (until !== null && now >= until - BEFORE) await this.remind(one, until, now);
    }
  }

  private async remind(
    { row, tender, release }: FollowedSecurity,
    until: Instant,
    now: Instant,
  ): Promise<void> {
    const { id, code, title, deadline } = tender;
    const isLate = now >= until;
    const message = {
      topic: isLate ? ('security.late' as const) : ('security.due' as const),
      about: `${row.id}/${until}`,
      params: { code, title, until: legalDate(until - 1), citation: release?.law?.citation ?? '' },
    };
    await this.notify.tell(await this.holding('finance'), { ...message, link: '/work/securities' });
    // Before the deadline even a withdrawal tells who had a bid.
    if (!isLate || deadline === null || now < deadline) return;
    await this.notify.tell(await this.holding('supervisor'), {
      ...message,
      link: `/tenders/${id}`,
    });
  }

  private async holding(role: 'finance' | 'supervisor'): Promise<string[]> {
    return (await this.people.holders(role)).map(({ personId }) => personId);
  }

  private async tellBidder(securityId: string, topic: MessageTopic, seq: number): Promise<void> {
    const { tenderId, enterpriseId } = await this.securities.get(securityId);
    const { code, title } = await this.tenders.get(tenderId);
    const held = await this.people.holders('bidder', enterpriseId);
    await this.notify.tell(
      held.map(({ personId }) => personId),
      {
        topic,
        about: `${securityId}/${seq}`,
        params: { code, title },
        link: `/work/bids/${tenderId}`,
      },
    );
  }
}
