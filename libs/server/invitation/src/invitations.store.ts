import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Reads, UnitOfWork } from '@server/platform';
import { InvitationDrawRow, InvitedFirmRow } from './invitation.entity';

/** An invited firm. */
export type InvitedFirm = InvitedFirmRow;
/** A random invitation. */
export type InvitationDraw = InvitationDrawRow;

/** Rows of invitations. */
@Injectable()
export class Invitations {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The firms invited to a tender, in the order they were listed. */
  async ofTender(tenderId: string): Promise<InvitedFirm[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(InvitedFirmRow)
      .find({ where: { tenderId }, order: { id: 'ASC' } });
  }

  /** The invitations a firm has received, the newest first. */
  async received(enterpriseId: string): Promise<InvitedFirm[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(InvitedFirmRow).find({
      where: { enterpriseId, invitedAt: Not(IsNull()) },
      order: { invitedAt: 'DESC' },
      take: 100,
    });
  }

  async isInvited(tenderId: string, enterpriseId: string): Promise<boolean> {
    const manager = await this.reads.manager();
    return manager.getRepository(InvitedFirmRow).existsBy({ tenderId, enterpriseId });
  }

  /** Puts these firms in the place of those listed before; in the present unit. */
  async replace(tenderId: string, rows: readonly InvitedFirm[]): Promise<void> {
    const firms = this.unit.manager.getRepository(InvitedFirmRow);
    await firms.delete({ tenderId });
    for (const row of rows) await firms.insert(row);
  }

  async send(tenderId: string, invitedAt: Instant): Promise<void> {
    await this.unit.manager.getRepository(InvitedFirmRow).update({ tenderId }, { invitedAt });
  }

  /** The random invitation of a tender, or null. */
  async draw(tenderId: string): Promise<InvitationDraw | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(InvitationDrawRow).findOneBy({ id: tenderId });
  }

  async addDraw(row: InvitationDrawRow): Promise<void> {
    await this.unit.manager.getRepository(InvitationDrawRow).insert(row);
  }

  async drawn(tenderId: string, drawnAt: Instant): Promise<void> {
    await this.unit.manager.getRepository(InvitationDrawRow).update({ id: tenderId }, { drawnAt });
  }
}
