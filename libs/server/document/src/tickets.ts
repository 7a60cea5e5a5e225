import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ROLES, type Actor } from '@core/identity';
import { MINUTE, SECOND, type Instant } from '@core/kernel';
import { Config, SystemClock } from '@server/platform';

/** How long a ticket opens a download; one that has begun goes on to its end. */
export const TICKET_LIFE = 15 * MINUTE;

/** The file a ticket is for. */
export interface TicketPlace {
  readonly tenderId: string;
  readonly documentId: string;
}

/** Who asks for a document. */
export type Taker = Pick<Actor, 'personId' | 'organisationId' | 'role'>;

const FORM = /^(\d{10})\.([0-9a-f-]{36})\.([0-9a-f-]{36})\.([a-z_]{1,20})\.([0-9a-f]{64})$/;

/**
 * Tickets make a plain link of a request that is signed in: `<until>.<person>.<organisation>.<role>.<HMAC>`, bound to one
 * file. A ticket says who asks, never that he may: that is decided again at each request.
 */
@Injectable()
export class Tickets {
  constructor(
    private readonly config: Config,
    private readonly clock: SystemClock,
  ) {}

  /** A ticket for one document. */
  issue(
    taker: Taker,
    place: TicketPlace,
  ): { readonly ticket: string; readonly expiresAt: Instant } {
    const until = Math.floor((this.clock.now() + TICKET_LIFE) / SECOND);
    const said = [until, taker.personId, taker.organisationId, taker.role].join('.');
    return { ticket: `${said}.${this.mac(said, place)}`, expiresAt: until * SECOND };
  }

  /** Who asks by this ticket; null when it is none, is over, or is for another file. */
  read(ticket: string, place: TicketPlace): Taker | null {
    const match = FORM.exec(ticket);
    if (!match) return null;
    const [, until = '', personId = '', organisationId = '', word = '', mac = ''] = match;
    const role = ROLES.find((one) => one === word);
    const said = ticket.slice(0, ticket.lastIndexOf('.'));
    const isGenuine = timingSafeEqual(Buffer.from(mac), Buffer.from(this.mac(said, place)));
    if (!role || !isGenuine || this.clock.now() >= Number(until) * SECOND) return null;
    return { personId, organisationId, role };
  }

  private mac(said: string, { tenderId, documentId }: TicketPlace): string {
    return createHmac('sha256', this.config.settings.JWT_SECRET)
      .update(`sunlit/document-ticket\n${tenderId}\n${documentId}\n${said}`)
      .digest('hex');
  }
}
