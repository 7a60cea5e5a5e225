import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual } from 'typeorm';
import { DAY, formatInstant, type Instant } from '@core/kernel';
import { endOfDate, legalDate } from '@core/rules';
import { CALL_CHAIN_BEGINS, callEventDigest } from '@core/voice';
import { forUpdate, Ids, NotifierBox, Reads, UnitOfWork } from '@server/platform';
import { DialledNumberRow, PanelCallEventRow, PanelCallRow } from './call.entity';

/** A call's row. */
export type PanelCall = PanelCallRow;
/** A row of what happened in a call. */
export type PanelCallEvent = PanelCallEventRow;

/** Something to be kept of a call. */
export interface Happened {
  readonly type: string;
  readonly what?: string;
  readonly key?: string;
  readonly ms: number;
  readonly at: Instant;
  /** Kept encrypted, beside the chain. */
  readonly secret?: Readonly<Record<string, string>>;
}

/** Calls to drawn experts, and what happened in them. */
@Injectable()
export class Calls {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly box: NotifierBox,
    private readonly ids: Ids,
  ) {}

  async find(id: string): Promise<PanelCall | null> {
    return (await this.reads.manager()).getRepository(PanelCallRow).findOneBy({ id });
  }

  /** The calls of an invitation, oldest first. */
  async ofInvitation(invitationId: string): Promise<PanelCall[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelCallRow)
      .find({ where: { invitationId }, order: { attempt: 'ASC' } });
  }

  async ofPanel(panelId: string): Promise<PanelCall[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelCallRow)
      .find({ where: { panelId }, order: { invitationId: 'ASC', attempt: 'ASC' } });
  }

  /** Calls that may be made now, the longest overdue first. */
  async due(now: Instant, limit: number): Promise<PanelCall[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(PanelCallRow).find({
      where: { state: 'due', dueAt: LessThanOrEqual(new Date(now) as never) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** Calls whose process has not been heard of since the system instant `now`. */
  async lost(now: Instant): Promise<PanelCall[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelCallRow)
      .findBy({ state: 'running', leaseUntil: LessThan(new Date(now) as never) });
  }

  /** Says again that a process is at these calls; returns those that are still its own. */
  async renew(ids: readonly string[], holder: string, leaseUntil: Instant): Promise<Set<string>> {
    const mine = { id: In([...ids]), holder, state: 'running' as const };
    await this.unit.manager.getRepository(PanelCallRow).update(mine, { leaseUntil });
    const rows = await this.unit.manager.getRepository(PanelCallRow).findBy(mine);
    return new Set(rows.map(({ id }) => id));
  }

  async add(row: PanelCallRow): Promise<void> {
    await this.unit.manager.getRepository(PanelCallRow).insert(row);
  }

  async change(id: string, change: Partial<PanelCallRow>): Promise<void> {
    await this.unit.manager.getRepository(PanelCallRow).update({ id }, change);
  }

  /** What happened in all calls of an invitation, in order. */
  async events(invitationId: string): Promise<PanelCallEvent[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelCallEventRow)
      .find({ where: { invitationId }, order: { seq: 'ASC' } });
  }

  /** Digest of everything that happened in the calls of an invitation so far. */
  async head(invitationId: string): Promise<string> {
    return (await this.last(invitationId))?.digest ?? CALL_CHAIN_BEGINS;
  }

  /** Adds to the chain of an invitation, in the present unit. One process at a time writes of one invitation. */
  async append(
    call: PanelCall,
    { type, what = '', key = '', ms, at, secret }: Happened,
  ): Promise<void> {
    const { invitationId, id: callId, attempt } = call;
    const last = await this.last(invitationId);
    const previous = last?.digest ?? CALL_CHAIN_BEGINS;
    const event = { seq: (last?.seq ?? -1) + 1, callId, attempt, type, what, key, ms };
    const id = this.ids.next();
    await this.unit.manager.getRepository(PanelCallEventRow).insert({
      ...event,
      id,
      invitationId,
      at,
      sealed: secret === undefined ? null : this.box.seal(`panel-call/${id}`, secret),
      previous,
      digest: callEventDigest(previous, { ...event, at: formatInstant(at) }),
    });
  }

  /** When this number was dialled today, and by whatever panel. */
  async dialled(to: string, now: Instant): Promise<readonly Instant[]> {
    const id = this.nameOf(to, now);
    const row = await this.unit.manager
      .getRepository(DialledNumberRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    return row ? (this.box.open(`dialled/${id}`, row.times) as Instant[]) : [];
  }

  /** Remembers that it was dialled now, and forgets what is older than yesterday. */
  async noteDialled(to: string, now: Instant): Promise<void> {
    const numbers = this.unit.manager.getRepository(DialledNumberRow);
    const before = await this.dialled(to, now);
    const id = this.nameOf(to, now);
    const times = this.box.seal(`dialled/${id}`, [...before, now]);
    const until = endOfDate(legalDate(now)) + DAY;
    if (before.length > 0) await numbers.update({ id }, { times });
    else await numbers.insert({ id, times, until });
    await numbers.delete({ until: LessThan(new Date(now) as never) });
  }

  private nameOf(to: string, now: Instant): string {
    return this.box.pseudonym('dialled', `${legalDate(now)}/${to}`);
  }

  private async last(invitationId: string): Promise<PanelCallEventRow | null> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelCallEventRow)
      .findOne({ where: { invitationId }, order: { seq: 'DESC' } });
  }
}
