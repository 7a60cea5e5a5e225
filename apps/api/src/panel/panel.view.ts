import { ApiProperty } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import {
  EXCLUSION_REASONS,
  INVITATION_STATES,
  PANEL_STATES,
  type ExclusionReason,
} from '@core/panel';
import { VOICE_OUTCOMES } from '@core/voice';
import type { Draw } from '@server/draw';
import type {
  ExclusionCounts,
  Invitation,
  InvitationOfPanel,
  Panel,
  PanelCall,
  PanelMember,
} from '@server/panel';
import type { TenderRow } from '@server/tender';
import { instantOrNull } from '../http/views';

export class PanelSeatsView {
  @ApiProperty() specialty!: string;
  @ApiProperty() seats!: number;
}

const CALL_STATES = ['due', 'running', 'over'] as const;

/** A call to a drawn number, as those may see it who do not know whom it is to. */
export class PanelCallView {
  @ApiProperty({ type: 'integer' }) attempt!: number;
  @ApiProperty() byHand!: boolean;
  @ApiProperty({ enum: CALL_STATES }) state!: string;
  /** The last thing that happened in it. */
  @ApiProperty() phase!: string;
  @ApiProperty() dueAt!: string;
  @ApiProperty({ type: String, nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) endedAt!: string | null;
  @ApiProperty({ enum: VOICE_OUTCOMES, nullable: true }) outcome!: string | null;
  @ApiProperty({ type: String, nullable: true }) key!: string | null;

  static of(this: void, call: PanelCall): PanelCallView {
    const { attempt, origin, state, phase, outcome, pressed } = call;
    return {
      attempt,
      byHand: origin === 'operator',
      state,
      phase,
      dueAt: formatInstant(call.dueAt),
      startedAt: instantOrNull(call.startedAt),
      endedAt: instantOrNull(call.endedAt),
      outcome,
      key: pressed,
    };
  }
}

/** A seat's invitation for the operator: a drawn number, never a name. */
export class PanelInvitationView {
  @ApiProperty() id!: string;
  @ApiProperty() seat!: number;
  /** The row of the pool, as in the draw's public result. */
  @ApiProperty() row!: number;
  @ApiProperty() specialty!: string;
  @ApiProperty({ enum: INVITATION_STATES }) state!: string;
  @ApiProperty() invitedAt!: string;
  @ApiProperty() respondBy!: string;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;

  @ApiProperty({ type: [PanelCallView] }) calls!: PanelCallView[];
  /** The gateway failed too often: nobody calls any more until somebody does so by hand. */
  @ApiProperty() halted!: boolean;

  static of(
    this: void,
    one: Invitation,
    calls: readonly PanelCall[],
    halted: boolean,
  ): PanelInvitationView {
    const { id, seat, row, stratum, state } = one;
    return {
      id,
      seat,
      row,
      specialty: stratum,
      state,
      invitedAt: formatInstant(one.invitedAt),
      respondBy: formatInstant(one.respondBy),
      answeredAt: instantOrNull(one.answeredAt),
      calls: calls.map(PanelCallView.of),
      halted,
    };
  }
}

/** A panel for those who ask for it and draw it: seats, numbers and states. */
export class PanelView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() tenderCode!: string;
  @ApiProperty() tenderTitle!: string;
  @ApiProperty({ enum: PANEL_STATES }) state!: string;
  @ApiProperty() total!: number;
  @ApiProperty() tenderer!: number;
  @ApiProperty({ type: [PanelSeatsView] }) seats!: PanelSeatsView[];
  @ApiProperty() meetingAt!: string;
  @ApiProperty() place!: string;
  @ApiProperty() requestedAt!: string;
  @ApiProperty({ type: String, nullable: true }) formedAt!: string | null;
  /** The last attempt at its draw; see /public/draws/:id. */
  @ApiProperty({ type: String, nullable: true }) drawId!: string | null;
  @ApiProperty({ type: [PanelInvitationView] }) invitations!: PanelInvitationView[];

  static of(
    this: void,
    panel: Panel,
    tender: TenderRow,
    draw: Draw | null,
    invitations: PanelInvitationView[],
  ): PanelView {
    const { id, tenderId, state, total, tenderer, place } = panel;
    return {
      id,
      tenderId,
      tenderCode: tender.code,
      tenderTitle: tender.title,
      state,
      total,
      tenderer,
      seats: panel.seats.map(({ specialty, seats }) => ({ specialty, seats })),
      meetingAt: formatInstant(panel.meetingAt),
      place,
      requestedAt: formatInstant(panel.requestedAt),
      formedAt: instantOrNull(panel.formedAt),
      drawId: draw?.id ?? null,
      invitations,
    };
  }
}

/** An invitation as the invited expert sees it: when and where, not what for; the tender only after check-in. */
export class InvitationView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: INVITATION_STATES }) state!: string;
  @ApiProperty() meetingAt!: string;
  @ApiProperty() place!: string;
  @ApiProperty() respondBy!: string;
  @ApiProperty() invitedAt!: string;
  @ApiProperty({ type: String, nullable: true }) tenderId!: string | null;

  static of(this: void, { invitation, panel }: InvitationOfPanel): InvitationView {
    const { id, state } = invitation;
    return {
      id,
      state,
      meetingAt: formatInstant(panel.meetingAt),
      place: panel.place,
      respondBy: formatInstant(invitation.respondBy),
      invitedAt: formatInstant(invitation.invitedAt),
      tenderId: state === 'checked_in' ? panel.tenderId : null,
    };
  }
}

export class PanelMemberView {
  @ApiProperty() seat!: number;
  @ApiProperty() name!: string;
  @ApiProperty() employer!: string;
  @ApiProperty() title!: string;

  static of(this: void, one: PanelMember): PanelMemberView {
    const { seat, name, employer, title } = one;
    return { seat, name, employer, title };
  }
}

/** The panel as everybody may see it: names with the result, and nothing before. */
/** How many experts were left out of a draw for one reason. */
export class ExclusionCountView {
  @ApiProperty({ enum: EXCLUSION_REASONS }) reason!: ExclusionReason;
  @ApiProperty({ type: 'integer' }) count!: number;

  static ofAll(this: void, counts: ExclusionCounts): ExclusionCountView[] {
    return EXCLUSION_REASONS.flatMap((reason) => {
      const count = counts[reason];
      return count === undefined ? [] : [{ reason, count }];
    });
  }
}

export class PublicPanelView {
  /** Null: not public before the award. */
  @ApiProperty({ type: [PanelMemberView], nullable: true }) members!: PanelMemberView[] | null;
  /** Null: not public before the opening. */
  @ApiProperty({ type: [ExclusionCountView], nullable: true })
  exclusions!: ExclusionCountView[] | null;
}

class OperatorSkipsView {
  @ApiProperty() operator!: string;
  @ApiProperty({ type: 'integer' }) draws!: number;
  @ApiProperty({ type: 'integer' }) calls!: number;
  @ApiProperty({ type: 'integer' }) unreachable!: number;
  @ApiProperty({ type: Number, nullable: true }) rate!: number | null;
  @ApiProperty() medianPassed!: number;
}

class SkipAlarmView {
  @ApiProperty() drawId!: string;
  @ApiProperty() operator!: string;
  @ApiProperty({ type: 'integer' }) calls!: number;
  @ApiProperty({ type: 'integer' }) unreachable!: number;
  @ApiProperty() p!: number;
}

/** How often drawn experts were passed over, per operator, and the draws that stand out. */
export class SkipStatisticsView {
  @ApiProperty({ type: [OperatorSkipsView] }) operators!: OperatorSkipsView[];
  @ApiProperty({ type: [SkipAlarmView] }) alarms!: SkipAlarmView[];
}
