import { ApiProperty } from '@nestjs/swagger';
import {
  awaitedParties,
  DRAW_PARTIES,
  DRAW_PHASES,
  DRAW_SOURCE_KINDS,
  PURPOSES,
  roundTime,
  unsignedVoid,
  type DrawEvent,
} from '@core/draw';
import { formatInstant, SECOND } from '@core/kernel';
import { chosenSource, courseOf, type Draw, type DrawPartyState } from '@server/draw';
import { instantOrNull } from '../http/views';

const STEPS = [
  'enrol',
  'input',
  'cosign',
  'deposit',
  'reveal',
  'round',
  'throw',
  'countersign',
  'none',
] as const;
const RECORD = { type: 'object', additionalProperties: true } as const;

function stepOf(draw: Draw): (typeof STEPS)[number] {
  switch (draw.phase) {
    case 'enrolling':
      return 'enrol';
    case 'inputs':
      return 'input';
    case 'deposits':
      return 'deposit';
    case 'reveals':
      return 'reveal';
    case 'awaiting':
      if (draw.spec?.source.kind === 'drand') return 'round';
      return draw.symbols === null ? 'throw' : 'countersign';
    case 'drawn':
    case 'void':
      return 'none';
    default:
      return 'cosign';
  }
}

function untilOf({ phase, revealBy, spec, lock }: Draw): string | null {
  if (phase === 'reveals') return instantOrNull(revealBy);
  if (spec?.source.kind !== 'drand' || !lock?.round) return null;
  return formatInstant(roundTime(spec.source, lock.round) * SECOND);
}

/** A void the operator asks for, and who has not signed it yet. */
export class AskedVoidView {
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: Object.keys(DRAW_PARTIES), type: String, nullable: true })
  offender!: string | null;
  @ApiProperty({ enum: Object.keys(DRAW_PARTIES), isArray: true }) waitingFor!: string[];

  static of(
    this: void,
    { spec, voidAsked, voided }: Draw,
    parties: readonly DrawPartyState[],
  ): AskedVoidView | null {
    if (!voidAsked || !spec || voided) return null;
    const sigs = parties.flatMap(({ voidSig }) => (voidSig ? [voidSig] : []));
    return { ...voidAsked, waitingFor: unsignedVoid(spec, voidAsked.reason, sigs) };
  }
}

/** What has to happen next, and who is waited for. */
export class NextStepView {
  @ApiProperty({ enum: STEPS }) step!: string;
  @ApiProperty({ enum: Object.keys(DRAW_PARTIES), isArray: true }) waitingFor!: string[];
  /** Reveals: from then on a party that has not revealed may be forced open. Rounds: when it is emitted. */
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
}

export class DrawEnrolmentView {
  @ApiProperty({ enum: Object.keys(DRAW_PARTIES) }) id!: string;
  @ApiProperty() x!: number;
  @ApiProperty() publicKey!: string;
  @ApiProperty() recipient!: string;
}

/** A draw as everybody may see it: its records are clear entries of the log, word for word. */
export class DrawView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() drawId!: string;
  @ApiProperty({ enum: PURPOSES }) purpose!: string;
  @ApiProperty() attempt!: number;
  @ApiProperty({ enum: DRAW_PHASES }) state!: string;
  /** Where the last randomness comes from. */
  @ApiProperty({ enum: DRAW_SOURCE_KINDS }) source!: string;
  @ApiProperty({ type: NextStepView }) next!: NextStepView;
  @ApiProperty({ type: [DrawEnrolmentView] }) enrolled!: DrawEnrolmentView[];
  @ApiProperty({ ...RECORD, nullable: true }) spec!: Record<string, unknown> | null;
  @ApiProperty({ type: 'array', items: RECORD }) inputs!: Record<string, unknown>[];
  @ApiProperty({ ...RECORD, nullable: true }) lock!: Record<string, unknown> | null;
  @ApiProperty({ type: 'array', items: RECORD }) deposits!: Record<string, unknown>[];
  @ApiProperty({ type: 'array', items: RECORD }) reveals!: Record<string, unknown>[];
  @ApiProperty({ type: 'array', items: RECORD }) forced!: Record<string, unknown>[];
  /** The round, or the dice, once they are part of the record. */
  @ApiProperty({ ...RECORD, nullable: true, name: 'final' }) final!: Record<string, unknown> | null;
  /** Dice or balls as entered, before they are signed. */
  @ApiProperty({ type: String, nullable: true }) symbols!: string | null;
  @ApiProperty({ type: AskedVoidView, nullable: true }) voidAsked!: AskedVoidView | null;
  @ApiProperty({ ...RECORD, nullable: true }) result!: Record<string, unknown> | null;
  @ApiProperty({ type: 'array', items: RECORD }) events!: Record<string, unknown>[];
  @ApiProperty({ ...RECORD, nullable: true, name: 'void' }) void!: Record<string, unknown> | null;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: String, nullable: true }) drawnAt!: string | null;

  static of(
    this: void,
    draw: Draw,
    parties: readonly DrawPartyState[],
    events: readonly DrawEvent[],
  ): DrawView {
    const { id, tenderId, drawId, purpose, attempt, phase } = draw;
    const course = courseOf(draw, parties);
    const plain = (one: object): Record<string, unknown> => ({ ...one });
    const orNull = (one: object | null): Record<string, unknown> | null => one && plain(one);
    return {
      id,
      tenderId,
      drawId,
      purpose,
      attempt,
      state: phase,
      source: chosenSource(draw).kind,
      next: {
        step: stepOf(draw),
        waitingFor: awaitedParties(course),
        until: untilOf(draw),
      },
      enrolled: course.enrolled.map(({ id: party, publicKey, recipient }) => ({
        id: party,
        x: DRAW_PARTIES[party],
        publicKey,
        recipient,
      })),
      spec: orNull(course.spec),
      inputs: course.inputs.map(plain),
      lock: orNull(course.lock),
      deposits: course.deposits.map(plain),
      reveals: course.reveals.map(plain),
      forced: course.forced.map(plain),
      final: orNull(draw.final),
      symbols: draw.symbols,
      voidAsked: AskedVoidView.of(draw, parties),
      result: orNull(draw.result),
      events: events.map(plain),
      void: orNull(draw.voided),
      createdAt: formatInstant(draw.createdAt),
      drawnAt: instantOrNull(draw.drawnAt),
    };
  }
}
