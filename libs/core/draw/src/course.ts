import { isRecipient, type OpenShare } from '@core/escrow';
import {
  accept,
  keyId,
  read,
  refuse,
  type PayloadSignature,
  type Refusal,
  type Result,
} from '@core/kernel';
import { isInputOf } from './contributor';
import { roundFor } from './drand';
import { makeLock, missingInputs } from './lock';
import { isNonceOf, recoverySecret } from './outcome';
import { unsignedVoid } from './voiding';
import { checkSpec, drawIdOf } from './rules';
import { sourceOf, type DrawSourceKind, type SourceChoice } from './sources';
import {
  DRAW_DEPOSIT,
  DRAW_SPEC,
  PLATFORM_CONTRIBUTOR,
  type DrawDeposit,
  type DrawFinal,
  type DrawFirm,
  type DrawForced,
  type DrawInput,
  type DrawLock,
  type DrawPool,
  type DrawPurpose,
  type DrawReveal,
  type DrawRules,
  type DrawSpec,
  type DrawVoid,
} from './spec';

/**
 * Where a draw stands. Most other phases wait for the log's witnesses: a gate record takes effect only when it is
 * cosigned (tp1 §2.4). After the lock a draw from escrow goes through deposits and reveals, any other is `awaiting`
 * the round or the dice.
 */
export const DRAW_PHASES = [
  'enrolling',
  'announced',
  'inputs',
  'locked',
  'awaiting',
  'deposits',
  'deposited',
  'reveals',
  'resulted',
  'drawn',
  'voiding',
  'void',
] as const;
export type DrawPhase = (typeof DRAW_PHASES)[number];

const AFTER_COSIGNING: Partial<Record<DrawPhase, DrawPhase>> = {
  announced: 'inputs',
  locked: 'deposits',
  deposited: 'reveals',
  resulted: 'drawn',
  voiding: 'void',
};

/** The phase after the awaited record is cosigned; null when nothing is awaited. */
export function phaseAfterCosigning(phase: DrawPhase, source: DrawSourceKind): DrawPhase | null {
  if (phase === 'locked' && source !== 'escrow') return 'awaiting';
  return AFTER_COSIGNING[phase] ?? null;
}

/** The parties of a draw on this platform, each contributor and holder of shares in one, with its number. */
export const DRAW_PARTIES = { platform: 1, supervisor: 2, tenderer: 3 } as const;
export type DrawParty = keyof typeof DRAW_PARTIES;

/** A party that has enrolled: the key it signs with, and the recipient its shares are encrypted to. */
export interface Enrolment {
  readonly id: DrawParty;
  readonly publicKey: string;
  readonly recipient: string;
}

/** A draw under way, as decisions see it. */
export interface DrawCourse {
  readonly phase: DrawPhase;
  readonly enrolled: readonly Enrolment[];
  readonly spec: DrawSpec | null;
  readonly inputs: readonly DrawInput[];
  readonly lock: DrawLock | null;
  readonly deposits: readonly DrawDeposit[];
  readonly reveals: readonly DrawReveal[];
  readonly forced: readonly DrawForced[];
  /** The randomness that came after the lock (drand, physical). */
  readonly final: DrawFinal | null;
  /** Dice or balls: what was entered, and who has signed it so far. */
  readonly thrown: Thrown | null;
}

/** An outcome entered in the room, with the signatures it has. */
export interface Thrown {
  readonly symbols: string;
  readonly sigs: readonly { readonly id: DrawParty; readonly sig: PayloadSignature }[];
}

/** Codes with which a step of a draw is refused. */
export type DrawStepCode =
  | 'draw.wrong_phase'
  | 'draw.already_given'
  | 'draw.not_a_party'
  | 'draw.key_invalid'
  | 'draw.input_invalid'
  | 'draw.deposit_invalid'
  | 'draw.deposit_order'
  | 'draw.nonce_false'
  | 'draw.share_false'
  | 'draw.void_unsigned';
export type DrawStepRefusal = Refusal<DrawStepCode>;

/** Who still has to give what the phase asks for; deposits are asked of the platform first (tp1 §3.2). */
export function awaitedParties(course: DrawCourse): DrawParty[] {
  const all = Object.keys(DRAW_PARTIES) as DrawParty[];
  const without = (given: readonly { readonly id: string }[]): DrawParty[] =>
    all.filter((id) => !given.some((one) => one.id === id));
  switch (course.phase) {
    case 'enrolling':
      return without(course.enrolled);
    case 'inputs':
      return without(course.inputs);
    case 'deposits':
      return without(course.deposits);
    case 'reveals':
      return without([...course.reveals, ...course.forced]);
    case 'awaiting':
      // The platform signs last, with the final record: it must not have signed an outcome that was a typing error.
      return course.thrown ? without([{ id: PLATFORM_CONTRIBUTOR }, ...course.thrown.sigs]) : [];
    default:
      return [];
  }
}

function inPhase(course: DrawCourse, phase: DrawPhase): DrawStepRefusal | null {
  return course.phase === phase
    ? null
    : { code: 'draw.wrong_phase', params: { phase: course.phase, needed: phase } };
}

function notYetGiven(course: DrawCourse, id: string): DrawStepRefusal | null {
  if (!(id in DRAW_PARTIES)) return { code: 'draw.not_a_party', params: { id } };
  return awaitedParties(course).some((party) => party === id)
    ? null
    : { code: 'draw.already_given', params: { id } };
}

function refusalFor(course: DrawCourse, phase: DrawPhase, id: string): DrawStepRefusal | null {
  return inPhase(course, phase) ?? notYetGiven(course, id);
}

/** Whether a party may enrol with this key and recipient: once each, and none that another party uses. */
export function takeEnrolment(
  course: DrawCourse,
  enrolment: Enrolment,
): Result<Enrolment, DrawStepRefusal> {
  const { id, publicKey, recipient } = enrolment;
  const refusal = refusalFor(course, 'enrolling', id);
  if (refusal) return { ok: false, refusal };
  const used = course.enrolled.some(
    (one) => one.publicKey === publicKey || one.recipient === recipient,
  );
  return used || !isRecipient(recipient) ? refuse('draw.key_invalid') : accept(enrolment);
}

/** What a draw is about, before anybody contributes. */
export interface DrawOrder {
  readonly scope: string;
  readonly purpose: DrawPurpose;
  readonly attempt: number;
  readonly prevVoid: string | null;
  readonly pool: DrawPool;
  readonly rules: DrawRules;
  readonly disclose: string;
  /** Lotteries: whom the values stand for, in the order of the values. */
  readonly firms: readonly DrawFirm[] | null;
}

/** Puts the spec together once everybody has enrolled; under `escrow` two of the three parties open a refuser. */
export function composeSpec(
  order: DrawOrder,
  choice: SourceChoice,
  enrolled: readonly Enrolment[],
): Result<DrawSpec, Refusal<'draw.spec_invalid'>> {
  const parties = [...enrolled].sort((one, other) => DRAW_PARTIES[one.id] - DRAW_PARTIES[other.id]);
  const spec: DrawSpec = {
    v: 1,
    drawId: drawIdOf(order.scope, order.purpose, order.attempt),
    purpose: order.purpose,
    attempt: order.attempt,
    prevVoid: order.prevVoid,
    algorithm: 'tp1-fy32',
    pool: order.pool,
    rules: order.rules,
    source: sourceOf(
      choice,
      parties.map(({ id, recipient }) => ({ id, x: DRAW_PARTIES[id], recipient })),
    ),
    contributors: parties.map(({ id, publicKey }) => ({
      id,
      kid: keyId(publicKey),
      pub: publicKey,
    })),
    disclose: order.disclose,
    ...(order.firms ? { firms: order.firms } : {}),
  };
  const shape = read(DRAW_SPEC, spec);
  if (!shape.ok) return refuse('draw.spec_invalid', shape.refusal.params);
  const checked = checkSpec(spec, order.scope);
  return checked.ok ? accept(spec) : checked;
}

/**
 * Whether an input is its party's, for this spec, and the first; with the lock when it was the last one missing. A
 * lock of a drand draw names the round for `now`, seconds since 1970.
 */
export function takeInput(
  course: DrawCourse,
  input: DrawInput,
  now: number,
): Result<{ readonly input: DrawInput; readonly lock: DrawLock | null }, DrawStepRefusal> {
  const refusal = refusalFor(course, 'inputs', input.id);
  if (refusal) return { ok: false, refusal };
  const { spec } = course;
  const contributor = spec?.contributors.find((one) => one.id === input.id);
  if (!spec || !contributor || !isInputOf(input, contributor, spec)) {
    return refuse('draw.input_invalid', { id: input.id });
  }
  const inputs = [...course.inputs, input];
  const isLast = missingInputs(spec, inputs).length === 0;
  const round = spec.source.kind === 'drand' ? roundFor(spec.source, now) : null;
  return accept({ input, lock: isLast ? makeLock(spec, inputs, round, null) : null });
}

/** Whether a deposit deals to exactly the holders of the spec, in its turn: the platform's comes first. */
export function takeDeposit(
  course: DrawCourse,
  deposit: DrawDeposit,
): Result<{ readonly deposit: DrawDeposit; readonly isLast: boolean }, DrawStepRefusal> {
  const refusal = refusalFor(course, 'deposits', deposit.id);
  if (refusal) return { ok: false, refusal };
  const awaited = awaitedParties(course);
  if (deposit.id !== PLATFORM_CONTRIBUTOR && awaited.includes(PLATFORM_CONTRIBUTOR)) {
    return refuse('draw.deposit_order');
  }
  const { spec } = course;
  const holders = spec?.source.kind === 'escrow' ? spec.source.holders.map(({ x }) => x) : [];
  const fits =
    read(DRAW_DEPOSIT, deposit).ok &&
    deposit.drawId === spec?.drawId &&
    deposit.shares.map(({ x }) => x).join() === holders.join();
  return fits
    ? accept({ deposit, isLast: awaited.length === 1 })
    : refuse('draw.deposit_invalid', { id: deposit.id });
}

/** Whether a reveal is the nonce its party committed to. */
export function takeReveal(
  course: DrawCourse,
  id: string,
  nonce: string,
): Result<DrawReveal, DrawStepRefusal> {
  const refusal = refusalFor(course, 'reveals', id);
  if (refusal) return { ok: false, refusal };
  return isNonceOf(course, id, nonce)
    ? accept({ drawId: course.spec?.drawId ?? '', id, nonce })
    : refuse('draw.nonce_false', { id });
}

/** Opens the deposit of a party that does not reveal, from the holders' shares (tp1 §3.3 B). */
export async function takeForced(
  course: DrawCourse,
  id: string,
  shares: readonly OpenShare[],
): Promise<Result<DrawForced, DrawStepRefusal>> {
  const refusal = refusalFor(course, 'reveals', id);
  if (refusal) return { ok: false, refusal };
  const recovery = await recoverySecret(course, id, shares);
  return recovery !== null
    ? accept({ drawId: course.spec?.drawId ?? '', id, shares })
    : refuse('draw.share_false', { id });
}

const VOIDABLE: ReadonlySet<DrawPhase> = new Set<DrawPhase>([
  'announced',
  'inputs',
  'locked',
  'awaiting',
  'deposits',
  'deposited',
  'reveals',
]);

/**
 * Whether an announced draw may be given up: freely before the lock, afterwards only with the signatures of every
 * independent contributor, since somebody may know the result by then (tp1 §3.9).
 */
export function takeVoid(
  course: DrawCourse,
  reason: string,
  offender: DrawParty | null,
  sigs: readonly PayloadSignature[],
): Result<DrawVoid, DrawStepRefusal> {
  const { spec, phase } = course;
  if (!spec || !VOIDABLE.has(phase)) return refuse('draw.wrong_phase', { phase });
  const { drawId } = spec;
  if (course.lock === null) return accept({ drawId, reason, offender });
  const missing = unsignedVoid(spec, reason, sigs);
  return missing.length > 0
    ? refuse('draw.void_unsigned', { missing })
    : accept({ drawId, reason, offender, sigs });
}
