import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY, MINUTE, SECOND } from '@core/kernel';
import { MailCarrier } from '@server/notification';
import {
  Background,
  Config,
  DomainError,
  Ids,
  Leases,
  Logger,
  PersonalCipher,
  Randomness,
  Retention,
  SystemClock,
  UnitOfWork,
} from '@server/platform';
import { SearchTenders } from '@server/search';
import { confirmationLetter, digestLetter, type Links } from './letters';
import { filterOfSaved, searchPath } from './saved-search';
import type { SavedSearch, SubscriptionLanguage, SubscriptionRow } from './subscription.entity';
import { Subscriptions } from './subscriptions.store';

const ROUND = 10 * MINUTE;
const IN_LETTER = 20;
const PAGE = 200;
const A_DAY = 5;
const UNCONFIRMED_DAYS = 7;
const ADDRESS = /^[^\s@<>"',;:\\]{1,64}@[^\s@<>"',;:\\]{1,120}\.[^\s@<>"',;:\\]{2,24}$/;

/** What somebody asks for. */
export interface Asked {
  readonly address: string;
  readonly language: SubscriptionLanguage;
  readonly search: SavedSearch;
}

/**
 * New notices by mail, without an account: asked for on the list, confirmed from the mailbox, ended by the same link.
 * An address is kept encrypted, for this alone, and goes with the subscription.
 */
@Injectable()
export class Subscribe implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly retention: Retention,
    private readonly logger: Logger,
    private readonly config: Config,
    private readonly clock: SystemClock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly mail: MailCarrier,
    private readonly searching: SearchTenders,
    private readonly subscriptions: Subscriptions,
  ) {}

  onModuleInit(): void {
    this.background.add('subscriptions', ROUND, () => this.tick());
    this.retention.add({
      name: 'unconfirmed subscriptions',
      dataClass: 'personal',
      days: UNCONFIRMED_DAYS,
      clock: 'system',
      sweep: (before) => this.unit.run(() => this.subscriptions.dropUnconfirmed(before)),
    });
  }

  /** Whether this installation sends mail. */
  get isOffered(): boolean {
    return this.mail.isOn;
  }

  /**
   * Sends a letter that asks for confirmation. Throws `subscription.no_mail` (also when
   * the mail server does not take the letter: then nothing is kept) and `subscription.address`; what an address
   * asks for beyond five a day is dropped without a word, so that nobody can fill a mailbox nor learn who subscribes.
   */
  async ask({ address: typed, language, search }: Asked): Promise<void> {
    if (!this.isOffered) throw new DomainError('subscription.no_mail');
    const address = typed.trim();
    if (!ADDRESS.test(address)) throw new DomainError('subscription.address');
    const secret = this.randomness.hex(24);
    const row = await this.unit.run(async () => {
      const now = this.clock.now();
      const addressDigest = PersonalCipher.current.digest(address.toLowerCase());
      if ((await this.subscriptions.askedSince(addressDigest, now - DAY)) >= A_DAY) return null;
      const made: SubscriptionRow = {
        id: this.ids.next(),
        address,
        addressDigest,
        language,
        search,
        token: tokenOf(secret),
        secret,
        askedAt: now,
        confirmedAt: null,
        told: 0,
        mailedAt: null,
      };
      await this.subscriptions.add(made);
      return made;
    });
    if (row === null) return;
    const said = confirmationLetter(language, this.describe(row), this.links(row));
    try {
      await this.mail.send({ id: row.id, to: address, ...said });
    } catch (error) {
      this.logger.warn('a confirmation was not taken', refusalOf(error));
      await this.unit.run(() => this.subscriptions.remove(row.id));
      throw new DomainError('subscription.no_mail');
    }
  }

  /** The subscription of a link, or null. */
  async find(secret: string): Promise<SubscriptionRow | null> {
    return this.subscriptions.byToken(tokenOf(secret));
  }

  /** Confirms from the mailbox; from now on the reader is told of what is published after this. */
  async confirm(secret: string): Promise<void> {
    const row = await this.required(secret);
    if (row.confirmedAt !== null) return;
    const told = await this.searching.newest();
    await this.unit.run(() =>
      this.subscriptions.change(row.id, { confirmedAt: this.clock.now(), told }),
    );
  }

  /** Ends a subscription: nothing of it is kept. */
  async end(secret: string): Promise<void> {
    const row = await this.required(secret);
    await this.unit.run(() => this.subscriptions.remove(row.id));
  }

  /** Sends what is new to everybody who waits for it; returns how many letters went out. */
  async tick(): Promise<number> {
    if (!this.isOffered) return 0;
    if (!(await this.leases.hold('subscriptions', ROUND + 30 * SECOND))) return 0;
    let sent = 0;
    for (let after = ''; ;) {
      const page = await this.subscriptions.confirmedAfter(after, PAGE);
      for (const row of page) {
        // A mail server that hangs must not let a second process begin the same round.
        if (!(await this.leases.hold('subscriptions', ROUND + 30 * SECOND))) return sent;
        sent += await this.tell(row);
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return sent;
      after = last.id;
    }
  }

  /** One letter; a mail server that refuses it is asked again in the next round, unless there is no such mailbox. */
  private async tell(row: SubscriptionRow): Promise<number> {
    const found = await this.searching.newerThan(
      filterOfSaved(row.search, IN_LETTER + 1),
      row.told,
    );
    if (found.items.length === 0) {
      if (found.last > row.told) await this.note(row, found.last, null);
      return 0;
    }
    const shown = found.items.slice(0, IN_LETTER);
    const more = found.items.length > shown.length;
    const said = digestLetter(row.language, this.describe(row), shown, more, this.links(row));
    try {
      const unsubscribe = `${this.config.publicUrl}/subscriptions/${row.secret}/end`;
      await this.mail.send({
        id: `${row.id}.${found.last}`,
        to: row.address,
        ...said,
        ...(unsubscribe.startsWith('https:') ? { unsubscribe } : {}),
      });
    } catch (error) {
      if (isForGood(error)) {
        await this.unit.run(() => this.subscriptions.remove(row.id));
        return 0;
      }
      this.logger.warn('a digest was not taken', { subscription: row.id, ...refusalOf(error) });
      return 0;
    }
    await this.note(row, found.last, this.clock.now());
    return 1;
  }

  private async note(row: SubscriptionRow, told: number, mailedAt: number | null): Promise<void> {
    const change = mailedAt === null ? { told } : { told, mailedAt };
    await this.unit.run(() => this.subscriptions.change(row.id, change));
  }

  private async required(secret: string): Promise<SubscriptionRow> {
    const row = await this.find(secret);
    if (!row) throw new DomainError('subscription.not_found');
    return row;
  }

  private describe({ search, language }: SubscriptionRow): string {
    const said = Object.values(search).join(' ');
    if (said !== '') return said;
    return language === 'en' ? 'all notices' : '全部公告';
  }

  private links({ secret, search, language }: SubscriptionRow): Links {
    const site = this.config.publicUrl;
    const lang = language === 'en' ? '?lang=en' : '';
    return {
      site,
      manage: `${site}/subscriptions/${secret}${lang}`,
      search: `${site}${searchPath(search, language)}`,
    };
  }
}

/** What may be logged of a mail server's refusal: its codes, never its words, for they repeat the address. */
function refusalOf(error: unknown): Record<string, unknown> {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return { code, responseCode };
}

/** Whether a mail server says that there is no such mailbox (RFC 5321: 550, 551, 553, and enhanced 5.1.x). */
function isForGood(error: unknown): boolean {
  const { responseCode, response = '' } = error as { responseCode?: number; response?: string };
  return (
    responseCode !== undefined &&
    [550, 551, 553].includes(responseCode) &&
    response.includes(' 5.1.')
  );
}

function tokenOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
