import { Injectable } from '@nestjs/common';
import type { DrawTable } from '@core/draw';
import type { ExclusionReason } from '@core/panel';
import { isAwarded, isOpened } from '@core/tender';
import { Draws } from '@server/draw';
import { NotifierBox } from '@server/platform';
import { Tenders } from '@server/tender';
import { Panels } from './panels.store';

/** A member as published with the result. */
export interface PanelMember {
  readonly seat: number;
  readonly name: string;
  readonly employer: string;
  readonly title: string;
}

/** How many experts were left out, by reason. */
export type ExclusionCounts = Readonly<Partial<Record<ExclusionReason, number>>>;

/** What becomes public of a panel, and when (secrecy table): names with the result, counts from the opening on. */
@Injectable()
export class DisclosePanel {
  constructor(
    private readonly panels: Panels,
    private readonly draws: Draws,
    private readonly tenders: Tenders,
    private readonly box: NotifierBox,
  ) {}

  /** Body of `draw.table`: the whole pool, and the names of everybody who was called. Null without a drawn panel. */
  async table(tenderId: string): Promise<DrawTable | null> {
    const panel = await this.panels.ofTender(tenderId);
    const draw = await this.draws.latest(tenderId, 'panel');
    if (!panel || draw?.phase !== 'drawn') return null;
    const called = await this.panels.invitations(panel.id);
    const people: { row: number; idSalt: string; who: unknown }[] = [];
    for (const { row } of [...called].sort((one, other) => one.row - other.row)) {
      const { idSalt, who } = await this.panels.identity(panel.id, row);
      people.push({ row, idSalt, who });
    }
    return { drawId: draw.drawId, rows: await this.draws.rows(draw.id), people };
  }

  /** The members, once the tender is awarded; null before. */
  async members(tenderId: string): Promise<readonly PanelMember[] | null> {
    const tender = await this.tenders.published(tenderId);
    const panel = await this.panels.ofTender(tenderId);
    if (!panel || !isAwarded(tender.state)) return null;
    const sat = (await this.panels.invitations(panel.id)).filter(
      ({ state }) => state === 'checked_in',
    );
    const members: PanelMember[] = [];
    for (const { seat, row } of sat) {
      const { who } = await this.panels.identity(panel.id, row);
      members.push({ seat, name: who.name, employer: who.employer, title: who.title });
    }
    return members;
  }

  /** How many were left out, by reason: from the opening on, since the number would tell who bids (tp1 §12); null before. */
  async exclusions(tenderId: string): Promise<ExclusionCounts | null> {
    const tender = await this.tenders.published(tenderId);
    const panel = await this.panels.ofTender(tenderId);
    if (!panel || !isOpened(tender.state)) return null;
    if (panel.excluded === null) return {};
    const excluded = this.box.open(`panel/${panel.id}/excluded`, panel.excluded) as {
      reason: ExclusionReason;
    }[];
    const counts: Partial<Record<ExclusionReason, number>> = {};
    for (const { reason } of excluded) counts[reason] = (counts[reason] ?? 0) + 1;
    return counts;
  }
}
