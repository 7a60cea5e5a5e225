import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { SECOND } from '@core/kernel';
import { Config } from '@server/platform';
import type { Channel } from './notification.entity';

/** A text on its way to one address. */
export interface Letter {
  /** Stays the same when a delivery is tried again, so that the other side can tell a repetition. */
  readonly id: string;
  readonly to: string;
  readonly title: string;
  /** The whole in one line, for a short message; left out: the title. */
  readonly brief?: string;
  readonly text: string;
  /** Where a mail program may end the subscription by itself (RFC 8058): takes a POST. */
  readonly unsubscribe?: string;
}

/** One way to reach people outside the site. Adapters for a county's own gateway provide this class. */
export abstract class Carrier {
  abstract readonly channel: Channel;
  /** Whether this installation has it. */
  abstract readonly isOn: boolean;
  /** Hands a letter over; throws with the other side's words when it was not taken. */
  abstract send(letter: Letter): Promise<void>;
}

const TIMEOUT = 20 * SECOND;

/** Mail over SMTP (RFC 5321) by nodemailer, to the server of `SMTP_URL`. */
@Injectable()
export class MailCarrier extends Carrier implements OnModuleDestroy {
  readonly channel = 'mail';
  private readonly transport: Transporter | null;

  constructor(private readonly config: Config) {
    super();
    const { SMTP_URL } = config.settings;
    this.transport =
      SMTP_URL === ''
        ? null
        : createTransport(
            { url: SMTP_URL, pool: true, connectionTimeout: TIMEOUT, socketTimeout: TIMEOUT },
            { from: config.settings.MAIL_FROM },
          );
  }

  get isOn(): boolean {
    return this.transport !== null;
  }

  async send({ id, to, title, text, unsubscribe }: Letter): Promise<void> {
    const host = new URL(this.config.publicUrl).hostname;
    const headers =
      unsubscribe === undefined
        ? {}
        : {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          };
    const messageId = `<${id}@${host}>`;
    await this.transport?.sendMail({ to, subject: title, text, messageId, headers });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}

/**
 * Short messages through a gateway over HTTP: `POST SMS_URL` with JSON `{id, to, text}` and the header
 * `x-sunlit-signature: <hex HMAC-SHA-256 of the body under SMS_KEY>`; any 2xx answer means taken.
 */
@Injectable()
export class SmsCarrier extends Carrier {
  readonly channel = 'sms';

  constructor(private readonly config: Config) {
    super();
  }

  get isOn(): boolean {
    return this.config.settings.SMS_URL !== '';
  }

  async send({ id, to, title, brief = title }: Letter): Promise<void> {
    const { SMS_URL, SMS_KEY } = this.config.settings;
    const body = JSON.stringify({ id, to, text: brief });
    const signature = createHmac('sha256', SMS_KEY).update(body).digest('hex');
    const response = await fetch(SMS_URL, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-sunlit-signature': signature },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
  }
}
