import { Injectable, type OnModuleInit } from '@nestjs/common';
import { needsSecondFactor, permissionsOf, type Actor, type Permission } from '@core/identity';
import { DAY, SECOND, type Instant } from '@core/kernel';
import {
  Config,
  DomainError,
  Ids,
  Randomness,
  Retention,
  SystemClock,
  UnitOfWork,
} from '@server/platform';
import type { PersonRow, SessionRow } from './identity.entity';
import { People, type Membership } from './people.store';
import { SessionRows } from './sessions.store';
import { Tokens } from './tokens';

const SESSION_LIFE = 14 * DAY;
const REPEAT_WINDOW = 30 * SECOND;

/** What a client gets after sign-in, refresh, or a change of whom it acts for. */
export interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Instant;
  readonly person: { readonly id: string; readonly name: string; readonly username: string };
  readonly acting: Membership | null;
  readonly memberships: readonly Membership[];
  readonly permissions: readonly Permission[];
}

/** Who a request comes from. */
export interface Caller {
  readonly personId: string;
  readonly sessionId: string;
  readonly acting: Membership | null;
  readonly permissions: readonly Permission[];
}

/** A device, as its owner sees it. */
export interface SessionView {
  readonly id: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly device: string;
  readonly address: string;
  readonly current: boolean;
}

/** Opens, refreshes, lists and ends sessions. */
@Injectable()
export class Sessions implements OnModuleInit {
  private readonly revokedHooks: ((sessionId: string) => void)[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly rows: SessionRows,
    private readonly tokens: Tokens,
    private readonly clock: SystemClock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.add({
      name: 'ended sessions',
      dataClass: 'internal',
      days: this.config.settings.RETAIN_ACCESS_DAYS,
      clock: 'system',
      sweep: (before) => this.unit.run(() => this.rows.forgetEnded(before)),
    });
  }

  /** Is told of each session that ends here, so that its sockets can be closed. */
  onRevoked(hook: (sessionId: string) => void): void {
    this.revokedHooks.push(hook);
  }

  /** Opens a session, inside the present unit. Acts for the person's first organisation. */
  async open(
    person: PersonRow,
    client: { device: string; address: string },
    secondFactor: boolean,
  ): Promise<SignedIn> {
    const now = this.clock.now();
    const memberships = await this.people.membershipsOf(person.id);
    const session: SessionRow = {
      id: this.ids.next(),
      personId: person.id,
      membershipId: memberships[0]?.id ?? null,
      nonce: this.randomness.hex(32),
      generation: 0,
      rotatedAt: now,
      device: client.device.slice(0, 200),
      address: client.address.slice(0, 64),
      secondFactor: secondFactor ? 1 : 0,
      createdAt: now,
      expiresAt: now + SESSION_LIFE,
      revokedAt: null,
    };
    await this.rows.add(session);
    return this.describe(session, person, memberships);
  }

  /**
   * Gives a new token pair for a refresh token. The same token again within 30 seconds from the same device gets
   * the same answer (a second tab, a retry); any other repetition ends the session: the token was stolen.
   */
  async refresh(token: string, device: string): Promise<SignedIn> {
    const claims = this.tokens.parseRefresh(token);
    if (!claims) throw new DomainError('identity.session_ended');
    const outcome = await this.unit.run(async () => {
      const session = await this.rows.lock(claims.sessionId);
      if (!session || !this.usable(session) || !this.tokens.genuine(claims, session.nonce)) {
        return null;
      }
      const now = this.clock.now();
      if (claims.generation === session.generation) {
        const next = { generation: session.generation + 1, rotatedAt: now };
        await this.rows.change(session.id, next);
        return { ...session, ...next };
      }
      const repeated =
        claims.generation === session.generation - 1 &&
        now - session.rotatedAt <= REPEAT_WINDOW &&
        device.slice(0, 200) === session.device;
      if (repeated) return session;
      await this.end(session.id);
      return null;
    });
    if (!outcome) throw new DomainError('identity.session_ended');
    const person = await this.people.get(outcome.personId);
    return this.describe(outcome, person, await this.people.membershipsOf(person.id));
  }

  /** Who an access token's session belongs to now; null when the session has ended. */
  async caller(sessionId: string): Promise<Caller | null> {
    const session = await this.rows.live(sessionId);
    if (!session) return null;
    const acting = session.membershipId ? await this.people.membership(session.membershipId) : null;
    return {
      personId: session.personId,
      sessionId,
      acting,
      permissions: this.permissions(session, acting),
    };
  }

  /** Changes whom the session acts for. */
  async actAs(caller: Caller, organisationId: string, role: string): Promise<SignedIn> {
    return this.unit.run(async () => {
      const memberships = await this.people.membershipsOf(caller.personId);
      const wanted = memberships.find(
        (membership) => membership.organisationId === organisationId && membership.role === role,
      );
      if (!wanted) throw new DomainError('identity.no_such_membership');
      const session = await this.rows.lock(caller.sessionId);
      if (!session) throw new DomainError('identity.session_ended');
      await this.rows.change(session.id, { membershipId: wanted.id });
      const person = await this.people.get(caller.personId);
      return this.describe({ ...session, membershipId: wanted.id }, person, memberships);
    });
  }

  async list(caller: Caller): Promise<SessionView[]> {
    const rows = await this.rows.liveOf(caller.personId);
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.createdAt,
      lastSeenAt: row.rotatedAt,
      device: row.device,
      address: row.address,
      current: row.id === caller.sessionId,
    }));
  }

  /** Ends one of the caller's own sessions. */
  async revoke(caller: Caller, sessionId: string): Promise<void> {
    await this.unit.run(async () => {
      const session = await this.rows.lock(sessionId);
      if (session?.personId !== caller.personId) throw new DomainError('identity.no_such_session');
      await this.end(sessionId);
    });
  }

  /** Ends every session of a person but one (after a change of password). */
  async revokeOthers(personId: string, keep: string): Promise<void> {
    await this.unit.run(async () => {
      for (const row of await this.rows.liveOf(personId)) {
        if (row.id !== keep) await this.end(row.id);
      }
    });
  }

  /** Ends every session of a person and forgets where they were. */
  async forget(personId: string): Promise<void> {
    await this.unit.run(async () => {
      await this.revokeOthers(personId, '');
      await this.rows.forgetOf(personId);
    });
  }

  private async end(sessionId: string): Promise<void> {
    await this.rows.revoke(sessionId);
    this.unit.afterCommit(() => {
      for (const hook of this.revokedHooks) hook(sessionId);
    });
  }

  private usable(session: SessionRow): boolean {
    return session.revokedAt === null && session.expiresAt > this.clock.now();
  }

  private permissions(session: SessionRow, acting: Membership | null): readonly Permission[] {
    if (!acting) return ['account.manage'];
    const proven =
      session.secondFactor === 1 || !needsSecondFactor(acting.role) || this.config.settings.DEMO;
    return proven ? permissionsOf(acting.role) : ['account.manage'];
  }

  private describe(
    session: SessionRow,
    person: PersonRow,
    memberships: readonly Membership[],
  ): SignedIn {
    const access = this.tokens.access(person.id, session.id);
    const acting = memberships.find((one) => one.id === session.membershipId) ?? null;
    return {
      accessToken: access.token,
      expiresAt: access.expiresAt,
      refreshToken: this.tokens.refresh(session.id, session.generation, session.nonce),
      person: { id: person.id, name: person.name, username: person.username },
      acting,
      memberships,
      permissions: this.permissions(session, acting),
    };
  }
}

/** The actor of a caller who acts for an organisation; throws `identity.acts_for_nobody` otherwise. */
export function actorOf(caller: Caller, from: string | null): Actor {
  if (!caller.acting) throw new DomainError('identity.acts_for_nobody');
  const { organisationId, organisationKind, role } = caller.acting;
  return { personId: caller.personId, organisationId, organisationKind, role, from };
}
