import { Injectable } from '@nestjs/common';
import type { MessageLanguage } from '@core/notification';
import { DomainError, UnitOfWork } from '@server/platform';
import { MailCarrier, SmsCarrier } from './carriers';
import { Messages } from './messages.store';

/** How a person wants to be told. */
export interface Contact {
  readonly language: MessageLanguage;
  readonly mail: string | null;
  readonly byMail: boolean;
  readonly phone: string | null;
  readonly bySms: boolean;
}

/** What this installation can do besides the inbox. */
export interface Offered {
  readonly mail: boolean;
  readonly sms: boolean;
}

const NONE: Contact = { language: 'zh-CN', mail: null, byMail: false, phone: null, bySms: false };
const MAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,180}\.[^\s@<>".]{2,}$/;
const PHONE = /^\+?\d{6,15}$/;

/** People's addresses and preferences; encrypted, theirs alone. */
@Injectable()
export class Contacts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly messages: Messages,
    private readonly mail: MailCarrier,
    private readonly sms: SmsCarrier,
  ) {}

  get offered(): Offered {
    return { mail: this.mail.isOn, sms: this.sms.isOn };
  }

  async of(personId: string): Promise<Contact> {
    const row = (await this.messages.contacts([personId])).get(personId);
    if (!row) return NONE;
    const { language, mail, byMail, phone, bySms } = row;
    return { language, mail, byMail: byMail === 1, phone, bySms: bySms === 1 };
  }

  /** Keeps a person's wishes; refuses an address that is none, and a way that has no address. */
  async keep(personId: string, wanted: Contact): Promise<void> {
    const { language, mail, byMail, phone, bySms } = wanted;
    if ((mail !== null && !MAIL.test(mail)) || (byMail && mail === null)) {
      throw new DomainError('contact.mail_malformed');
    }
    if ((phone !== null && !PHONE.test(phone)) || (bySms && phone === null)) {
      throw new DomainError('contact.phone_malformed');
    }
    await this.unit.run(() =>
      this.messages.keep({
        personId,
        language,
        mail,
        byMail: byMail ? 1 : 0,
        phone,
        bySms: bySms ? 1 : 0,
      }),
    );
  }
}
