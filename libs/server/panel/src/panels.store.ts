import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PanelState } from '@core/panel';
import {
  DomainError,
  forUpdate,
  Ids,
  NotifierBox,
  Reads,
  UnitOfWork,
  violates,
} from '@server/platform';
import { InvitationRow, PanelIdentityRow, PanelRow } from './panel.entity';

/** A panel's row. */
export type Panel = PanelRow;
/** An invitation's row: a seat and a drawn number, no name. */
export type Invitation = InvitationRow;

/** Who is behind a drawn number. */
export interface PanelIdentity {
  readonly personId: string;
  readonly expertId: string;
  readonly idSalt: string;
  /** What was committed to and is disclosed after the award. */
  readonly who: { readonly name: string; readonly employer: string; readonly title: string };
}

/** Panels, the sealed identities behind their numbers, and invitations. */
@Injectable()
export class Panels {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly box: NotifierBox,
    private readonly ids: Ids,
  ) {}

  /** The panel with this id; throws `panel.not_found`. */
  async get(id: string): Promise<Panel> {
    const row = await (await this.reads.manager()).getRepository(PanelRow).findOneBy({ id });
    if (!row) throw new DomainError('panel.not_found');
    return row;
  }

  async ofTender(tenderId: string): Promise<Panel | null> {
    return (await this.reads.manager()).getRepository(PanelRow).findOneBy({ tenderId });
  }

  /** Locks the panel's row; throws `panel.not_found`. */
  async lock(id: string): Promise<Panel> {
    const row = await this.unit.manager
      .getRepository(PanelRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('panel.not_found');
    return row;
  }

  async all(): Promise<Panel[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelRow)
      .find({ order: { requestedAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  /** Adds a panel; one per tender, else `panel.exists`. */
  async add(row: PanelRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(PanelRow).insert(row);
    } catch (error) {
      if (violates(error, 'uq_panel_tender', 'panel', ['tenderId'])) {
        throw new DomainError('panel.exists');
      }
      throw error;
    }
  }

  async change(id: string, change: Partial<PanelRow>): Promise<void> {
    await this.unit.manager.getRepository(PanelRow).update({ id }, change);
  }

  /** Keeps who is behind a row, readable only with the notifier's key. */
  async addIdentity(panelId: string, row: number, identity: PanelIdentity): Promise<void> {
    const sealed = this.box.seal(`panel/${panelId}/${row}`, identity);
    await this.unit.manager
      .getRepository(PanelIdentityRow)
      .insert({ id: this.ids.next(), panelId, row, sealed });
  }

  /** Who is behind a row. */
  async identity(panelId: string, row: number): Promise<PanelIdentity> {
    const manager = await this.reads.manager();
    const found = await manager.getRepository(PanelIdentityRow).findOneByOrFail({ panelId, row });
    return this.box.open(`panel/${panelId}/${row}`, found.sealed) as PanelIdentity;
  }

  /** The invitation with this id; throws `invitation.not_found`. */
  async invitation(id: string): Promise<Invitation> {
    const row = await (await this.reads.manager()).getRepository(InvitationRow).findOneBy({ id });
    if (!row) throw new DomainError('invitation.not_found');
    return row;
  }

  /** Every invitation of a panel, by seat and then by time. */
  async invitations(panelId: string): Promise<Invitation[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(InvitationRow)
      .find({ where: { panelId }, order: { seat: 'ASC', invitedAt: 'ASC', id: 'ASC' } });
  }

  /** Invitations of panels in these states: where a signed-in expert's own are looked for. */
  async invitationsIn(states: readonly PanelState[]): Promise<Invitation[]> {
    const manager = await this.reads.manager();
    const panels = await manager
      .getRepository(PanelRow)
      .find({ where: { state: In([...states]) }, order: { requestedAt: 'DESC' }, take: 500 });
    if (panels.length === 0) return [];
    return manager.getRepository(InvitationRow).find({
      where: { panelId: In(panels.map(({ id }) => id)) },
      order: { invitedAt: 'DESC', id: 'DESC' },
    });
  }

  async addInvitation(row: InvitationRow): Promise<void> {
    await this.unit.manager.getRepository(InvitationRow).insert(row);
  }

  async changeInvitation(id: string, change: Partial<InvitationRow>): Promise<void> {
    await this.unit.manager.getRepository(InvitationRow).update({ id }, change);
  }
}
