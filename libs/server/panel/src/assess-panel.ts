import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { AssessmentGrade } from '@core/panel';
import { AssessExpert, type ExpertAssessment } from '@server/expert';
import { DomainError } from '@server/platform';
import { Tenders } from '@server/tender';
import { DisclosePanel, type PanelMember } from './disclose-panel';
import { Panels } from './panels.store';

/** A member of a panel, with what the asking organisation said of his service. */
export interface AssessedMember extends PanelMember {
  readonly assessment: ExpertAssessment | null;
}

/**
 * How the members of a panel served: said by the tenderer it served and by the centre, and only once the names are public with
 * the result. Before that this knows nobody.
 */
@Injectable()
export class AssessPanel {
  constructor(
    private readonly tenders: Tenders,
    private readonly panels: Panels,
    private readonly disclose: DisclosePanel,
    private readonly assess: AssessExpert,
  ) {}

  /** The members with the own assessments; refuses with `expert.names_sealed` before the result. */
  async members(actor: Actor, tenderId: string): Promise<readonly AssessedMember[]> {
    await this.mayAssess(actor, tenderId);
    const members = await this.disclose.members(tenderId);
    if (members === null) throw new DomainError('expert.names_sealed');
    const said = await this.assess.ofTender(tenderId, actor.organisationId);
    return members.map((member) => ({
      ...member,
      assessment: said.find(({ seat }) => seat === member.seat) ?? null,
    }));
  }

  /** Records how the member of a seat served, once. */
  async run(
    actor: Actor,
    tenderId: string,
    seat: number,
    said: { readonly grade: AssessmentGrade; readonly text: string },
  ): Promise<void> {
    const members = await this.members(actor, tenderId);
    const panel = await this.panels.ofTender(tenderId);
    if (!panel || !members.some((one) => one.seat === seat)) {
      throw new DomainError('panel.not_found');
    }
    const sat = (await this.panels.invitations(panel.id)).find(
      (one) => one.seat === seat && one.state === 'checked_in',
    );
    if (!sat) throw new DomainError('panel.not_found');
    const { expertId } = await this.panels.identity(panel.id, sat.row);
    const { code } = await this.tenders.get(tenderId);
    await this.assess.record(actor, { expertId, tenderId, code, seat, ...said });
  }

  /** A tenderer speaks of its own panels, the centre of all. */
  private async mayAssess(actor: Actor, tenderId: string): Promise<void> {
    const { tendererId } = await this.tenders.published(tenderId);
    if (actor.role === 'tenderer' && tendererId !== actor.organisationId) {
      throw new DomainError('tender.not_allowed');
    }
  }
}
