import { isRecipient, recoverSecret, type OpenShare } from '@core/escrow';
import {
  accept,
  keyId,
  read,
  refuse,
  toHex,
  verifyPayload,
  type PayloadSignature,
  type Refusal,
  type Result,
} from '@core/kernel';
import { isInputOf, nonceCommitment } from './contributor';
import { roundFor } from './drand';
import { makeLock, missingInputs } from './lock';
import { valueRows, type SelectableRow } from './pool';
import { checkSpec, drawIdOf } from './rules';
import { drawSeed, Selector, sequences, type Contribution, type Selection } from './selection';
import { DRAW_THRESHOLD, sourceOf, type DrawSourceKind, type SourceChoice } from './sources';
import {
  DRAW_DEPOSIT,
  DRAW_SPEC,
  lockHash,
  PLATFORM_CONTRIBUTOR,
  specHash,
  type DrawDeposit,
  type DrawEvent,
  type DrawFinal,
  type DrawFirm,
  type DrawForced,
  type DrawInput,
  type DrawLock,
  type DrawPool,
  type DrawPurpose,
  type DrawResult,
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

function isNonceOf(course: SeedFacts, id: string, nonce: string): boolean {
  const { spec, lock } = course;
  const commit = lock?.inputs.find((input) => input.id === id)?.commit;
  return spec !== null && nonceCommitment(spec.drawId, specHash(spec), id, nonce) === commit;
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

async function recoverySecret(
  course: SeedFacts,
  id: string,
  shares: readonly OpenShare[],
): Promise<string | null> {
  const dealt = course.deposits.find((deposit) => deposit.id === id)?.shares ?? [];
  const { secret, badHolders } = await recoverSecret({
    threshold: DRAW_THRESHOLD,
    dealt,
    ctx: { kind: 'draw', drawId: course.spec?.drawId ?? '', id },
    shares,
    isSecret: (bytes) => isNonceOf(course, id, toHex(bytes)),
  });
  return secret && badHolders.length === 0 ? toHex(secret) : null;
}

/** The independent contributors who have not signed this void. */
export function unsignedVoid(
  spec: DrawSpec,
  reason: string,
  sigs: readonly PayloadSignature[],
): string[] {
  const payload = { drawId: spec.drawId, reason };
  return spec.contributors
    .filter(({ id }) => id !== PLATFORM_CONTRIBUTOR)
    .filter(({ pub }) => !sigs.some((sig) => verifyPayload(pub, 'tp1/draw/void', payload, sig)))
    .map(({ id }) => id);
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

/** Rows of the pool: those a pool of values implies, or the private ones of a pool of rows. */
export function rowsOfPool(pool: DrawPool, rows: readonly SelectableRow[]): SelectableRow[] {
  return pool.kind === 'values' ? valueRows(pool.values) : [...rows];
}

async function escrowedNonces(course: SeedFacts, spec: DrawSpec): Promise<Contribution[] | null> {
  const contributions: Contribution[] = [];
  for (const { id } of spec.contributors) {
    const shares = course.forced.filter((one) => one.id === id).flatMap((one) => one.shares);
    const nonce =
      course.reveals.find((reveal) => reveal.id === id)?.nonce ??
      (shares.length > 0 ? await recoverySecret(course, id, shares) : null);
    if (nonce === null) return null;
    contributions.push({ id, nonce });
  }
  return contributions;
}

/** What a seed follows from. */
export type SeedFacts = Pick<
  DrawCourse,
  'spec' | 'lock' | 'deposits' | 'reveals' | 'forced' | 'final'
>;

/** The seed, once every nonce and the last randomness are known; null before. */
export async function courseSeed(course: SeedFacts): Promise<string | null> {
  const { spec, lock } = course;
  if (!spec || !lock) return null;
  const isEscrow = spec.source.kind === 'escrow';
  if (!isEscrow && !course.final) return null;
  const contributions = isEscrow
    ? await escrowedNonces(course, spec)
    : lock.inputs.map(({ id, nonce = '' }) => ({ id, nonce }));
  if (!contributions) return null;
  return drawSeed({
    drawId: spec.drawId,
    specHash: specHash(spec),
    lockHash: lockHash(lock),
    contributions,
    final: course.final?.final ?? { kind: 'none' },
  });
}

/** The result, once everything random is known; null before. */
export async function drawResult(
  course: SeedFacts,
  rows: readonly SelectableRow[],
): Promise<DrawResult | null> {
  const { spec } = course;
  const seed = await courseSeed(course);
  if (!spec || seed === null) return null;
  const panel = selectorOf(spec, seed, rows).initial().panel;
  return { v: 1, drawId: spec.drawId, seed, panel };
}

/** The selector of a draw whose seed is known. */
export function selectorOf(spec: DrawSpec, seed: string, rows: readonly SelectableRow[]): Selector {
  const pool = rowsOfPool(spec.pool, rows);
  return new Selector(spec.rules, pool, sequences(seed, spec.rules, pool));
}

/** Who sits after these events, in the order the seats were filled. */
export function seatedAfter(selector: Selector, events: readonly DrawEvent[]): Selection {
  return events.reduce<Selection>(
    (selection, event) => selector.replace(selection, event.row)?.selection ?? selection,
    selector.initial(),
  );
}
