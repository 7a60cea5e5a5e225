import { Injectable, type OnModuleInit } from '@nestjs/common';
import { briefOf, nextTry, wordsOf } from '@core/notification';
import { SECOND } from '@core/kernel';
import { Background, Config, Logger, SystemClock } from '@server/platform';
import { MailCarrier, SmsCarrier, type Carrier } from './carriers';
import { Messages, type Delivery } from './messages.store';

const EVERY = 2 * SECOND;
const BATCH = 20;

/** Carries messages out of the site: each delivery is claimed, tried, and tried again with growing pauses. */
@Injectable()
export class Deliver implements OnModuleInit {
  private readonly carriers: ReadonlyMap<string, Carrier>;

  constructor(
    private readonly messages: Messages,
    private readonly background: Background,
    private readonly clock: SystemClock,
    private readonly config: Config,
    private readonly logger: Logger,
    mail: MailCarrier,
    sms: SmsCarrier,
  ) {
    this.carriers = new Map([mail, sms].map((carrier) => [carrier.channel, carrier]));
  }

  onModuleInit(): void {
    if (![...this.carriers.values()].some((carrier) => carrier.isOn)) return;
    this.background.add('deliveries', EVERY, () => this.tick());
  }

  /** Tries what is due. Returns how many were handed over. */
  async tick(): Promise<number> {
    let sent = 0;
    for (const row of await this.messages.due(this.clock.now(), BATCH)) {
      const carrier = this.carriers.get(row.channel);
      if (carrier?.isOn && (await this.try(row, carrier))) sent++;
    }
    return sent;
  }

  /** Claims before it sends: a process that dies in between leaves the delivery for the next try. */
  private async try(row: Delivery, carrier: Carrier): Promise<boolean> {
    const attempts = row.attempts + 1;
    const { waitMs, giveUp } = nextTry(attempts);
    const dueAt = this.clock.now() + waitMs;
    if (!(await this.messages.claim(row, { attempts, dueAt }))) return false;
    const message = await this.messages.message(row.messageId);
    if (!message) return false;
    const { topic, params } = message;
    const { title, text } = wordsOf(topic, params, row.language);
    const brief = briefOf(topic, params, row.language);
    const link = `${this.config.publicUrl}${message.link}`;
    try {
      await carrier.send({
        id: row.id,
        to: row.address,
        title,
        brief,
        text: `${text}\n\n${link}\n`,
      });
    } catch (error) {
      const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 200);
      this.logger.warn('delivery failed', { delivery: row.id, channel: row.channel, attempts });
      await this.messages.settle(row.id, { lastError, ...(giveUp ? { state: 'given_up' } : {}) });
      return false;
    }
    await this.messages.settle(row.id, {
      state: 'sent',
      sentAt: this.clock.now(),
      lastError: null,
    });
    return true;
  }
}
