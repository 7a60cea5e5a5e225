import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HOUR } from '@core/kernel';
import { daysBetween, legalDate, limitOf } from '@core/rules';
import { contentOf, Enterprises, type Enterprise } from '@server/enterprise';
import { People } from '@server/identity';
import { Background, Leases, LegalClock, RuleSets } from '@server/platform';
import { Notify } from './notify';

/** The rules that say how many days before a certificate runs out its firm is told, the earliest first. */
const REMINDERS = ['remind-expiry-first', 'remind-expiry-second', 'remind-expiry-last'];

const PAGE = 200;

/** Tells firms of certificates of theirs and of their key staff that run out soon; looked at hourly, told once per certificate and step. */
@Injectable()
export class ExpiryReminders implements OnModuleInit {
  constructor(
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly clock: LegalClock,
    private readonly enterprises: Enterprises,
    private readonly people: People,
    private readonly notify: Notify,
    private readonly ruleSets: RuleSets,
  ) {}

  onModuleInit(): void {
    this.background.add('expiry reminders', HOUR, async () => {
      if (await this.leases.hold('expiry-reminders', 2 * HOUR)) await this.tick();
    });
  }

  /** Looks through the register once. */
  async tick(): Promise<void> {
    for (let after = ''; ;) {
      const page = await this.enterprises.verifiedAfter(after, PAGE);
      await this.remind(page);
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last.id;
    }
  }

  private async remind(enterprises: readonly Enterprise[]): Promise<void> {
    const today = legalDate(this.clock.now());
    const steps = REMINDERS.flatMap(
      (id) => limitOf(this.ruleSets.current, [id], 'A', today)?.value ?? [],
    );
    for (const enterprise of enterprises) {
      const { qualifications, staff } = contentOf(enterprise);
      for (const { certificate, validUntil } of [...qualifications, ...staff]) {
        const until = legalDate(validUntil);
        const days = daysBetween(today, until);
        const step = steps.findLast((one) => days <= one);
        if (step === undefined || days < 0) continue;
        const held = await this.people.holders('bidder', enterprise.id);
        await this.notify.tell(
          held.map((one) => one.personId),
          {
            topic: 'enterprise.expiring',
            about: `${enterprise.id}/${certificate.slice(0, 30)}/${until}/${step}`,
            params: { enterprise: enterprise.name, certificate, until, days },
            link: '/work/enterprise',
          },
        );
      }
    }
  }
}
