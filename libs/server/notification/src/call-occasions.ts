import { Injectable, type OnModuleInit } from '@nestjs/common';
import { wordsOf } from '@core/notification';
import { SECOND } from '@core/kernel';
import { tellablePlace } from '@core/voice';
import { ExpertPool } from '@server/expert';
import { People } from '@server/identity';
import { CALLS_HALTED, INVITATION_ACCEPTED, Panels } from '@server/panel';
import { Ids, Logger, Outbox, UnitOfWork, type OutboxEvent } from '@server/platform';
import { beijingText } from '@server/print';
import { Tenders } from '@server/tender';
import { MailCarrier, SmsCarrier, type Letter } from './carriers';
import { Contacts, type Contact } from './contacts';
import { Notify } from './notify';

const NAME = 'notification-calls';
const TRIES = 3;
const PAUSE = 5 * SECOND;

/**
 * What follows a call. Whoever accepted is reminded of time and place without a trace: a message in an inbox or a
 * delivery log would name the person beside the hour of a panel. What is not handed over in a few tries is lost; the
 * invitation stands on the person's own page anyway.
 */
@Injectable()
export class CallOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly unit: UnitOfWork,
    private readonly notify: Notify,
    private readonly contacts: Contacts,
    private readonly panels: Panels,
    private readonly tenders: Tenders,
    private readonly experts: ExpertPool,
    private readonly people: People,
    private readonly mail: MailCarrier,
    private readonly sms: SmsCarrier,
    private readonly ids: Ids,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.outbox.consume(NAME, INVITATION_ACCEPTED, (event) => this.accepted(event));
    this.outbox.consume(NAME, CALLS_HALTED, (event) => this.halted(event));
  }

  private async accepted({ payload }: OutboxEvent): Promise<void> {
    if (!this.mail.isOn && !this.sms.isOn) return;
    const invitation = await this.panels.invitation(String(payload.invitationId));
    if (invitation.state !== 'accepted') return;
    const panel = await this.panels.get(invitation.panelId);
    const { title, code, tendererName } = await this.tenders.get(panel.tenderId);
    const { personId, expertId } = await this.panels.identity(panel.id, invitation.row);
    const [expert] = await this.experts.byIds([expertId]);
    const contact = await this.contacts.of(personId);
    const secrets = [title, code, tendererName];
    const place = tellablePlace({ at: panel.meetingAt, place: panel.place, secrets });
    const params = { time: beijingText(panel.meetingAt), place };
    const words = wordsOf('invitation.accepted', params, contact.language);
    this.unit.afterCommit(() => void this.whisper(contact, expert?.phone ?? null, words));
  }

  private async halted({ payload }: OutboxEvent): Promise<void> {
    const { panelId, row } = payload;
    const operators = await this.people.holders('draw_operator');
    await this.notify.tell(
      operators.map(({ personId }) => personId),
      {
        topic: 'panel.calls_halted',
        about: `${String(panelId)}/${String(row)}`,
        params: { row: Number(row) },
        link: `/work/panels/${String(panelId)}`,
      },
    );
  }

  private async whisper(
    contact: Contact,
    listed: string | null,
    words: { readonly title: string; readonly text: string },
  ): Promise<void> {
    const letter = (to: string): Letter => ({ id: this.ids.next(), to, ...words });
    const phone = contact.phone ?? listed;
    if (this.sms.isOn && phone !== null && phone !== '') await this.send(this.sms, letter(phone));
    if (this.mail.isOn && contact.byMail && contact.mail !== null) {
      await this.send(this.mail, letter(contact.mail));
    }
  }

  private async send(carrier: MailCarrier | SmsCarrier, letter: Letter): Promise<void> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      try {
        await carrier.send(letter);
        return;
      } catch {
        // Not the carrier's words: they may hold the address.
        this.logger.warn('reminder not handed over', { channel: carrier.channel, attempt });
        await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt).unref());
      }
    }
  }
}
