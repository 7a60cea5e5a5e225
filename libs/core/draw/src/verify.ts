import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import {
  collectDraw,
  DrawFault,
  drawIdOfRecord,
  isSame,
  type DrawEvidence,
  type DrawFaultCode,
  type DrawLog,
  type Of,
} from './draw-log';
import { checkLock } from './lock';
import { checkPeople, checkRows, valueRows, type SelectableRow } from './pool';
import { drawRandomness, type Randomness } from './randomness';
import { checkSpec, drawIdOf } from './rules';
import { unsignedVoid } from './voiding';
import { drawSeed, orderOfValues, Selector, sequences, type Selection } from './selection';
import {
  lockHash,
  specHash,
  type DrawLock,
  type DrawPurpose,
  type DrawResult,
  type DrawSource,
  type Seat,
} from './spec';

/**
 * How far a draw could be checked: `verified` entirely; `undisclosed` all but the rows, which are not public yet;
 * `pending` not finished; `void` given up by a lawful void.
 */
export type DrawStatus = 'verified' | 'undisclosed' | 'pending' | 'void';

/** What the verifier found about a draw that is in order. */
export interface DrawReport {
  readonly drawId: string;
  readonly purpose: DrawPurpose;
  readonly attempt: number;
  readonly source: DrawSource['kind'];
  readonly status: DrawStatus;
  readonly seed: string | null;
  /** The seats after all events. */
  readonly panel: readonly Seat[] | null;
  /** Pools of values: the drawn values, in drawn order. */
  readonly values: readonly string[] | null;
  /** Pools of values: all of them in drawn order, those behind the last seat too. */
  readonly order: readonly string[] | null;
  readonly events: number;
  readonly beaconChecked: boolean | null;
  readonly warnings: readonly string[];
}

/** Why a draw is not what it claims to be. */
export type DrawRefusal = Refusal<DrawFaultCode>;

/** Attempts are numbered by the voids before them, and point at the last (tp1 §3.2). */
function checkAttempt(log: DrawLog, evidence: DrawEvidence): void {
  const { purpose, attempt, prevVoid } = log.spec.body;
  const prefix = `${evidence.scope}/${purpose}/`;
  const voids = evidence.records.filter(
    (logged) =>
      logged.record.type === 'draw.void' &&
      logged.index < log.spec.index &&
      drawIdOfRecord(logged)?.startsWith(prefix),
  );
  if (attempt !== voids.length + 1 || prevVoid !== (voids.at(-1)?.leaf ?? null)) {
    throw new DrawFault('draw.attempt_chain', { attempt, voids: voids.length });
  }
}

/** After a void behind the lock of an escrow draw no attempt may use escrow again (tp1 §3.3 B). */
function checkSourceAfterVoid(log: DrawLog, evidence: DrawEvidence): void {
  const { purpose, attempt, source } = log.spec.body;
  if (source.kind !== 'escrow') return;
  for (let earlier = 1; earlier < attempt; earlier++) {
    const before = collectDraw(drawIdOf(evidence.scope, purpose, earlier), evidence.records);
    const { lock } = before;
    if (before.spec.body.source.kind === 'escrow' && lock && before.void) {
      throw new DrawFault('draw.source_after_void', { attempt, earlier });
    }
  }
}

/** A void after the lock needs every independent contributor: the result may be known by then (tp1 §3.9). */
function checkVoid(log: DrawLog): void {
  if (!log.void) return;
  const { reason, sigs = [] } = log.void.body;
  if (log.void.index < log.spec.index) throw new DrawFault('draw.order', { type: 'draw.void' });
  if (!log.lock || log.lock.index > log.void.index) return;
  const unsigned = unsignedVoid(log.spec.body, reason, sigs);
  if (unsigned.length > 0) {
    throw new DrawFault('draw.void_unsigned', { missing: unsigned });
  }
}

function rowsOf(log: DrawLog): readonly SelectableRow[] | null {
  const { pool, rules } = log.spec.body;
  if (pool.kind === 'values') return valueRows(pool.values);
  if (!log.table) return null;
  const { rows } = log.table.body;
  const checked = checkRows(rows, pool, rules);
  if (!checked.ok) throw new DrawFault(checked.refusal.code, checked.refusal.params);
  return rows;
}

function seatsOf(selection: Selection): object[] {
  return selection.panel.map(({ row, stratum, via }) => ({ row, stratum, via }));
}

function foldEvents(log: DrawLog, selector: Selector): Selection {
  let selection = selector.initial();
  for (const { body } of log.events) {
    const next = selector.replace(selection, body.row);
    if (next?.by !== body.by) throw new DrawFault('draw.event_mismatch', { seq: body.seq });
    selection = next.selection;
  }
  return selection;
}

function checkEventNumbers(log: DrawLog, result: Of<DrawResult>): void {
  for (const [at, event] of log.events.entries()) {
    if (event.body.seq !== at || event.index < result.index) {
      throw new DrawFault('draw.event_mismatch', { seq: event.body.seq });
    }
  }
}

function checkNames(log: DrawLog, selection: Selection, warnings: string[]): void {
  if (!log.table) return;
  const { people, rows } = log.table.body;
  const checked = checkPeople(people, rows);
  if (!checked.ok) throw new DrawFault(checked.refusal.code, checked.refusal.params);
  const named = new Set(people.map((person) => person.row));
  const seated = selection.panel.find((seat) => !named.has(seat.row));
  if (seated) throw new DrawFault('draw.name_mismatch', { row: seated.row });
  const unnamed = [...selection.ever].filter((row) => !named.has(row));
  if (unnamed.length > 0) warnings.push(`draw.called_but_not_named:${unnamed.length}`);
}

interface Outcome {
  readonly status: DrawStatus;
  readonly panel: readonly Seat[];
  readonly values: readonly string[] | null;
  readonly order: readonly string[] | null;
}

function checkResult(
  log: DrawLog,
  result: Of<DrawResult>,
  seed: string,
  warnings: string[],
): Outcome {
  if (result.body.seed !== seed) throw new DrawFault('draw.seed_mismatch', { seed });
  checkEventNumbers(log, result);
  const { rules, pool } = log.spec.body;
  const rows = rowsOf(log);
  if (!rows) {
    return { status: 'undisclosed', panel: result.body.panel, values: null, order: null };
  }
  const selector = new Selector(rules, rows, sequences(seed, rules, rows));
  const drawn = seatsOf(selector.initial());
  if (!isSame(drawn, result.body.panel)) throw new DrawFault('draw.result_mismatch');
  const seats = rules.pick.reduce((sum, entry) => sum + entry.seats, 0);
  if (drawn.length < seats) warnings.push(`draw.seats_unfilled:${seats - drawn.length}`);
  const selection = foldEvents(log, selector);
  checkNames(log, selection, warnings);
  const values =
    pool.kind === 'values' ? selection.panel.map((seat) => pool.values[seat.row] ?? '') : null;
  const order = pool.kind === 'values' ? orderOfValues(seed, pool.values) : null;
  return { status: 'verified', panel: selection.panel, values, order };
}

interface Drawn extends Partial<Outcome> {
  readonly seed: string | null;
  readonly beaconChecked: boolean | null;
}

async function checkDrawn(
  log: DrawLog,
  lock: Of<DrawLock>,
  evidence: DrawEvidence,
  warnings: string[],
): Promise<Drawn> {
  checkLock(log, lock, evidence);
  const known: Randomness | null = await drawRandomness(log, lock, evidence);
  const { result } = log;
  if (!known) {
    if (result) throw new DrawFault('draw.order', { type: 'draw.result' });
    return { seed: null, beaconChecked: null };
  }
  const { drawId } = log;
  const { contributions, final, beaconChecked } = known;
  const seed = drawSeed({
    drawId,
    specHash: specHash(log.spec.body),
    lockHash: lockHash(lock.body),
    contributions,
    final,
  });
  if (!result) return { seed, beaconChecked };
  const before = [lock, ...log.reveals, ...log.forced, ...(log.final ? [log.final] : [])];
  if (before.some(({ index }) => index > result.index)) {
    throw new DrawFault('draw.order', { type: 'draw.result' });
  }
  return { seed, beaconChecked, ...checkResult(log, result, seed, warnings) };
}

function statusOf(log: DrawLog, drawn: Drawn, evidence: DrawEvidence): DrawStatus {
  if (log.void) return 'void';
  if (drawn.status) return drawn.status;
  if (log.lock && evidence.complete) throw new DrawFault('draw.abandoned', { drawId: log.drawId });
  return 'pending';
}

async function verify(drawId: string, evidence: DrawEvidence): Promise<DrawReport> {
  const log = collectDraw(drawId, evidence.records);
  const { purpose, attempt, source } = log.spec.body;
  const spec = checkSpec(log.spec.body, evidence.scope);
  if (!spec.ok) throw new DrawFault(spec.refusal.code, spec.refusal.params);
  checkAttempt(log, evidence);
  checkSourceAfterVoid(log, evidence);
  checkVoid(log);
  const warnings: string[] = [];
  if (log.void) warnings.push(`draw.void:${log.void.body.reason}`);
  if (!log.lock && (log.result ?? log.final ?? log.reveals[0] ?? log.events[0])) {
    throw new DrawFault('draw.order', { type: 'draw.lock' });
  }
  if (!log.result && log.events.length > 0)
    throw new DrawFault('draw.order', { type: 'draw.event' });
  const drawn =
    log.lock && isLive(log)
      ? await checkDrawn(log, log.lock, evidence, warnings)
      : { seed: null, beaconChecked: null };
  return {
    drawId,
    purpose,
    attempt,
    source: source.kind,
    status: statusOf(log, drawn, evidence),
    seed: drawn.seed,
    panel: drawn.panel ?? null,
    values: drawn.values ?? null,
    order: drawn.order ?? null,
    events: log.events.length,
    beaconChecked: drawn.beaconChecked,
    warnings,
  };
}

/** A voided draw without a result need not satisfy the rules it was voided for, such as a missing quorum. */
function isLive(log: DrawLog): boolean {
  return log.void === null || log.result !== null;
}

/**
 * Verifies one draw from what the log says (tp1 §3.8), after or before disclosure. Nothing is taken from the
 * platform but bytes: the seed, the sequences, the seats and every replacement are computed again.
 */
export async function verifyDraw(
  drawId: string,
  evidence: DrawEvidence,
): Promise<Result<DrawReport, DrawRefusal>> {
  try {
    return accept(await verify(drawId, evidence));
  } catch (error) {
    if (!(error instanceof DrawFault)) throw error;
    return refuse(error.code, { ...error.params, drawId });
  }
}
