import { Injectable } from '@nestjs/common';
import type { MessageParams, MessageTopic } from '@core/notification';
import { Ids, LegalClock, SystemClock, UnitOfWork } from '@server/platform';
import { MailCarrier, SmsCarrier } from './carriers';
import { CHANNELS, type ContactRow, type DeliveryRow } from './notification.entity';
import { Messages } from './messages.store';

/** Something to tell. */
export interface Told {
  readonly topic: MessageTopic;
  /** What it is about (an id): with the topic it makes the occasion, of which nobody is told twice. */
  readonly about: string;
  readonly params: MessageParams;
  /** Path on this site. */
  readonly link: string;
}

/** Tells people: a message in each inbox, and a delivery for every way a person asked for. */
@Injectable()
export class Notify {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly messages: Messages,
    private readonly legal: LegalClock,
    private readonly system: SystemClock,
    private readonly ids: Ids,
    private readonly mail: MailCarrier,
    private readonly sms: SmsCarrier,
  ) {}

  /** Tells each person once; inside the present unit, or one of its own. */
  async tell(personIds: readonly string[], told: Told): Promise<void> {
    const occasion = `${told.topic}/${told.about}`;
    const people = [...new Set(personIds)];
    const contacts = await this.messages.contacts(people);
    await this.unit.run(async () => {
      for (const personId of people) {
        if (await this.messages.exists(personId, occasion)) continue;
        const { topic, params, link } = told;
        const id = this.ids.next();
        await this.messages.add(
          { id, personId, topic, occasion, params, link, at: this.legal.now(), readAt: null },
          this.deliveries(id, contacts.get(personId)),
        );
      }
    });
  }

  private deliveries(messageId: string, contact: ContactRow | undefined): DeliveryRow[] {
    if (!contact) return [];
    const addresses = {
      mail: this.mail.isOn && contact.byMail === 1 ? contact.mail : null,
      sms: this.sms.isOn && contact.bySms === 1 ? contact.phone : null,
    };
    return CHANNELS.flatMap((channel) => {
      const address = addresses[channel];
      if (address === null) return [];
      return [
        {
          id: this.ids.next(),
          messageId,
          channel,
          address,
          language: contact.language,
          state: 'waiting' as const,
          attempts: 0,
          dueAt: this.system.now(),
          sentAt: null,
          lastError: null,
        },
      ];
    });
  }
}
