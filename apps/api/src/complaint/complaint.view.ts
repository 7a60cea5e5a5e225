import { ApiProperty } from '@nestjs/swagger';
import {
  COMPLAINT_CLOCKS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_STATES,
  COMPLAINT_SUBJECTS,
  NOT_ACCEPTED_GROUNDS,
  PAUSE_KINDS,
  STOP_REASONS,
  type ComplaintClock,
  type ComplaintFigures,
} from '@core/complaint';
import { formatInstant } from '@core/kernel';
import { REGIMES } from '@core/rules';
import { COMPLAINT_ORDERS } from '@core/tender';
import type {
  ComplaintChance,
  ComplaintEvidence,
  ComplaintPause,
  WholeComplaint,
} from '@server/complaint';
import { instantOrNull } from '../http/views';

const READERS = ['complainant', 'respondent', 'authority', 'public'] as const;
const SIDES = ['complainant', 'respondent', 'authority'] as const;

export class ComplaintClockView {
  @ApiProperty({ enum: COMPLAINT_CLOCKS }) clock!: string;
  @ApiProperty({ enum: SIDES }) whose!: string;
  /** The first instant that is too late; null: not known. */
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
  /** What is left, in `unit`; below zero: overdue. */
  @ApiProperty({ type: Number, nullable: true }) left!: number | null;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;
  /** Since when it stands still; null: it runs. */
  @ApiProperty({ type: String, nullable: true }) stoppedSince!: string | null;

  static of(this: void, one: ComplaintClock): ComplaintClockView {
    const { clock, whose, until, left, unit, law, stoppedSince } = one;
    return {
      clock,
      whose,
      until: instantOrNull(until),
      left,
      unit,
      citation: law?.citation ?? null,
      stoppedSince: instantOrNull(stoppedSince),
    };
  }
}

export class ComplaintPauseView {
  @ApiProperty({ enum: PAUSE_KINDS }) kind!: string;
  @ApiProperty() from!: string;
  @ApiProperty({ type: String, nullable: true }) to!: string | null;
  /** When it ends by itself. */
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
  @ApiProperty({ enum: STOP_REASONS, type: String, nullable: true }) reason!: string | null;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;

  static of(this: void, one: ComplaintPause): ComplaintPauseView {
    const { kind, startedAt, endedAt, endsBy, reason, text, citation } = one;
    return {
      kind,
      from: formatInstant(startedAt),
      to: instantOrNull(endedAt),
      until: instantOrNull(endsBy),
      reason,
      text,
      citation,
    };
  }
}

export class ComplaintFileView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: SIDES }) side!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty() sha256!: string;

  static of(this: void, { id, side, name, size, sha256 }: ComplaintEvidence): ComplaintFileView {
    return { id, side, name, size, sha256 };
  }
}

/** What everybody may read of a decision. */
export class ComplaintDecisionView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() tenderCode!: string;
  @ApiProperty() tenderTitle!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty({ type: Number, nullable: true }) lot!: number | null;
  @ApiProperty() enterpriseName!: string;
  @ApiProperty({ enum: COMPLAINT_SUBJECTS }) subject!: string;
  @ApiProperty() filedAt!: string;
  @ApiProperty({ type: String, nullable: true }) authorityName!: string | null;
  @ApiProperty({ enum: COMPLAINT_OUTCOMES, type: String, nullable: true }) outcome!: string | null;
  @ApiProperty({ type: String, nullable: true }) findings!: string | null;
  @ApiProperty({ type: String, nullable: true }) basis!: string | null;
  @ApiProperty({ enum: COMPLAINT_ORDERS, type: String, nullable: true }) order!: string | null;
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;
  /** SHA-256 over the decision, as it stands in the log. */
  @ApiProperty({ type: String, nullable: true }) digest!: string | null;
  @ApiProperty({ type: String, nullable: true }) endedAt!: string | null;
  @ApiProperty() hasPaper!: boolean;

  static of(this: void, { complaint, tender }: WholeComplaint): ComplaintDecisionView {
    const { id, code, tenderId, lot, enterpriseName, subject, filedAt, authorityName } = complaint;
    return {
      id,
      code,
      tenderId,
      tenderCode: tender.code,
      tenderTitle: tender.title,
      tendererName: tender.tendererName,
      regime: tender.regime,
      lot,
      enterpriseName,
      subject,
      filedAt: formatInstant(filedAt),
      authorityName,
      outcome: complaint.outcome,
      findings: complaint.findings,
      basis: complaint.basis,
      order: complaint.ordered,
      citation: complaint.citation,
      digest: complaint.digest,
      endedAt: instantOrNull(complaint.endedAt),
      hasPaper: complaint.fileId !== null,
    };
  }
}

/** A complaint to its parties and the authority: each sees what is his. */
export class ComplaintView extends ComplaintDecisionView {
  @ApiProperty({ enum: READERS }) reader!: string;
  @ApiProperty({ enum: COMPLAINT_STATES }) state!: string;
  @ApiProperty() text!: string;
  @ApiProperty() claim!: string;
  @ApiProperty() interest!: string;
  @ApiProperty() knownOn!: string;
  @ApiProperty({ type: String, nullable: true }) lacking!: string | null;
  @ApiProperty({ type: String, nullable: true }) correctBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) correction!: string | null;
  @ApiProperty({ type: String, nullable: true }) correctedAt!: string | null;
  @ApiProperty({ enum: NOT_ACCEPTED_GROUNDS, type: String, nullable: true }) ground!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusal!: string | null;
  @ApiProperty({ type: String, nullable: true }) acceptedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) withdrawal!: string | null;
  @ApiProperty({ type: String, nullable: true }) withdrawalAskedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) withdrawalAnswer!: string | null;
  @ApiProperty({ type: [ComplaintClockView] }) clocks!: ComplaintClockView[];
  @ApiProperty({ type: [ComplaintPauseView] }) pauses!: ComplaintPauseView[];
  @ApiProperty({ type: [ComplaintFileView] }) files!: ComplaintFileView[];
  /** What can be ordered as the tender stands; for the authority. */
  @ApiProperty({ enum: COMPLAINT_ORDERS, isArray: true }) orders!: string[];

  static override of(this: void, whole: WholeComplaint): ComplaintView {
    const { complaint, reader } = whole;
    // What passes between the firm and the authority is not the respondent's, nor his answer the firm's.
    const mine = <T>(value: T | null): T | null => (reader === 'respondent' ? null : value);
    const theirs = <T>(value: T | null): T | null => (reader === 'complainant' ? null : value);
    const { text, claim, interest, knownOn, state, correction } = complaint;
    return {
      ...ComplaintDecisionView.of(whole),
      reader,
      state,
      text,
      claim,
      interest,
      knownOn,
      lacking: mine(complaint.lacking),
      correctBy: mine(instantOrNull(complaint.correctBy)),
      correction,
      correctedAt: instantOrNull(complaint.correctedAt),
      ground: mine(complaint.ground),
      refusal: mine(complaint.refusal),
      acceptedAt: instantOrNull(complaint.acceptedAt),
      answer: theirs(complaint.answer),
      answeredAt: instantOrNull(complaint.answeredAt),
      withdrawal: mine(complaint.withdrawal),
      withdrawalAskedAt: mine(instantOrNull(complaint.withdrawalAskedAt)),
      withdrawalAnswer: mine(complaint.withdrawalAnswer),
      clocks: whole.clocks.map(ComplaintClockView.of),
      pauses: whole.pauses.map(ComplaintPauseView.of),
      files: whole.files.map(ComplaintFileView.of),
      orders: [...whole.orders],
    };
  }
}

export class ComplaintChanceView {
  @ApiProperty({ enum: COMPLAINT_SUBJECTS }) subject!: string;
  /** The rule by which an objection comes first; null: none has to. */
  @ApiProperty({ type: String, nullable: true }) objectionFirst!: string | null;
  /** Whether this firm has objected, and has its answer or waited for it in vain. */
  @ApiProperty({ enum: ['none', 'waiting', 'done'] }) objection!: string;
  /** The first instant that is too late, where an objection says so. */
  @ApiProperty({ type: String, nullable: true }) until!: string | null;

  static of(this: void, one: ComplaintChance): ComplaintChanceView {
    const { subject, objectionFirst, objection, until } = one;
    const citation = objectionFirst?.citation ?? null;
    return { subject, objectionFirst: citation, objection, until: instantOrNull(until) };
  }
}

/** What everybody may know of the complaints about a tender. */
export class PublicComplaintsView {
  /** Whether the authority has suspended the procedure because of one. */
  @ApiProperty() suspended!: boolean;
  @ApiProperty({ type: String, nullable: true }) suspendedUntil!: string | null;
  @ApiProperty({ type: [ComplaintDecisionView] }) decisions!: ComplaintDecisionView[];
}

export class ComplaintFiguresView {
  @ApiProperty() year!: string;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty({ type: 'integer' }) upheld!: number;
  @ApiProperty({ type: 'integer' }) dismissed!: number;
  /** Of the working days to the decision, without those on which the clock stood still. */
  @ApiProperty({ type: Number, nullable: true }) medianDays!: number | null;

  static of(this: void, one: ComplaintFigures): ComplaintFiguresView {
    return { ...one };
  }
}
