import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  drawIdOf,
  drawResult,
  composeSpec,
  makeDeposit,
  makeReveal,
  nonceCommitment,
  phaseAfterCosigning,
  showsNonce,
  specHash,
  takeInput,
  takeSource,
  usualSource,
  type DrawFirm,
  type DrawParty,
  type DrawPool,
  type DrawPurpose,
  type DrawRules,
  type DrawSpec,
  type PoolRow,
  type SourceChoice,
  type SourceFacts,
} from '@core/draw';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { fromHex, MINUTE, SECOND } from '@core/kernel';
import { recipientOf } from '@core/escrow';
import { Ledger } from '@server/ledger';
import {
  DomainError,
  Ids,
  LegalClock,
  NotifierBox,
  orRefuse,
  Outbox,
  Randomness,
  UnitOfWork,
} from '@server/platform';
import { chosenSource, courseOf, Draws, type Draw, type DrawPartyState } from './draws.store';

/** Said when a result has taken effect: `{drawId, tenderId, purpose}`, the id being the row's. */
export const DRAW_DRAWN = 'draw.drawn';
/** Said with every record of a draw, every contribution and every gate that is cosigned: `{…, phase, record, by}`. */
export const DRAW_MOVED = 'draw.moved';
/** Said when an attempt is void and the next one has begun: `{drawId, nextId, tenderId, purpose}`. */
export const DRAW_VOIDED = 'draw.voided';

/** How long a party may take to reveal before it may be forced open. */
const REVEAL_WINDOW = 10 * MINUTE;
/** Why the platform itself gives a draw up. */
export const TENDER_ENDED = 'tender-ended';

/** What a capability wants drawn. */
export interface NewDraw {
  readonly tenderId: string;
  readonly purpose: DrawPurpose;
  readonly pool: DrawPool;
  /** The private rows behind a pool of rows; empty for values. */
  readonly rows: readonly PoolRow[];
  readonly rules: DrawRules;
  readonly firms: readonly DrawFirm[] | null;
  readonly disclose: string;
}

/** The platform's own secrets of one draw. */
export interface PlatformSecret {
  readonly nonce: string;
  readonly holder: string;
}

/** A draw from its announcement to its result: what the platform itself does, and what takes effect by cosigning. */
@Injectable()
export class ConductDraw implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly draws: Draws,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly box: NotifierBox,
    private readonly randomness: Randomness,
    private readonly clock: LegalClock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('draw', 'ledger.cosigned', async ({ payload }) => {
      const recordIds = payload.recordIds as string[];
      for (const { id } of await this.draws.waitingFor(recordIds)) await this.cosigned(id);
    });
  }

  /** Begins the first attempt, in the present unit, with the platform enrolled. Returns its row. */
  async begin(order: NewDraw): Promise<Draw> {
    const latest = await this.draws.latest(order.tenderId, order.purpose);
    if (latest) throw new DomainError('draw.under_way');
    return this.attempt(order, 1, null);
  }

  /** The operator chooses where the last randomness comes from, while parties still enrol. */
  async chooseSource(id: string, choice: SourceChoice): Promise<void> {
    await this.unit.run(async () => {
      const draw = await this.draws.lock(id);
      if (draw.phase !== 'enrolling') {
        throw new DomainError('draw.wrong_phase', { phase: draw.phase, needed: 'enrolling' });
      }
      const source = orRefuse(takeSource(choice, await this.sourceFacts(draw)));
      await this.draws.change(id, { source });
      await this.moved(draw, 'source', null);
    });
  }

  /** Appends the spec once the last party has enrolled. The draw's row is locked. */
  async announce(draw: Draw, parties: readonly DrawPartyState[]): Promise<void> {
    const { tenderId: scope, purpose, attempt, prevVoid, pool, rules, disclose, firms } = draw;
    const spec = orRefuse(
      composeSpec(
        { scope, purpose, attempt, prevVoid, pool, rules, disclose, firms },
        chosenSource(draw),
        courseOf(draw, parties).enrolled,
      ),
    );
    const pendingRecordId = await this.write(draw, 'draw.spec', spec);
    await this.draws.change(draw.id, { spec, phase: 'announced', pendingRecordId });
  }

  /** Keeps an input; with the last one the lock is written. The draw's row is locked. */
  async keepInput(draw: Draw, input: Parameters<typeof takeInput>[1]): Promise<void> {
    const course = courseOf(draw, await this.draws.parties(draw.id));
    const now = Math.floor(this.clock.now() / SECOND);
    const taken = orRefuse(takeInput(course, input, now));
    await this.draws.changeParty(draw.id, input.id as DrawParty, { input });
    await this.moved(draw, 'input', input.id);
    const { lock } = taken;
    if (!lock) return;
    const pendingRecordId = await this.write(draw, 'draw.lock', lock);
    await this.draws.change(draw.id, { lock, phase: 'locked', pendingRecordId });
  }

  /** Which sources this attempt may use. */
  async sourceFacts(draw: Pick<Draw, 'tenderId' | 'purpose'>): Promise<SourceFacts> {
    const attempts = await this.draws.attempts(draw.tenderId, draw.purpose);
    return {
      clockIsMoved: this.clock.isDemo,
      voidedBehindLock: attempts.some(
        (one) => one.voided !== null && one.lock !== null && chosenSource(one).kind === 'escrow',
      ),
    };
  }

  /** Writes the result if everything random is known by now. The draw's row is locked. */
  async conclude(draw: Draw): Promise<void> {
    const course = courseOf(draw, await this.draws.parties(draw.id));
    const result = await drawResult(course, await this.draws.rows(draw.id));
    if (!result) return;
    const pendingRecordId = await this.write(draw, 'draw.result', result);
    await this.draws.change(draw.id, { result, phase: 'resulted', pendingRecordId });
  }

  /** The platform's own secrets, as long as they are needed. */
  secretOf(draw: Draw, parties: readonly DrawPartyState[]): PlatformSecret {
    const own = parties.find(({ party }) => party === 'platform');
    if (!own?.secret) throw new Error(`draw ${draw.id}: the platform's secret is gone`);
    return this.box.open(`draw/${draw.id}`, own.secret) as PlatformSecret;
  }

  /** Appends a record of a draw to its tender's scope, and says so. */
  async write(draw: Draw, type: string, body: object, by: Actor = PLATFORM_ACTOR): Promise<string> {
    const recordId = await this.ledger.append({
      type,
      scope: draw.tenderId,
      by,
      body: { ...body },
    });
    const party = 'id' in body && typeof body.id === 'string' ? body.id : null;
    await this.moved(draw, type, party);
    return recordId;
  }

  /** Says that a draw has moved: a record was written, a party has given something, or (null) a gate is cosigned. */
  async moved(draw: Draw, record: string | null, by: string | null): Promise<void> {
    const { id: drawId, tenderId, purpose, phase } = draw;
    await this.outbox.add(DRAW_MOVED, { drawId, tenderId, purpose, phase, record, by });
  }

  private async attempt(order: NewDraw, attempt: number, prevVoid: string | null): Promise<Draw> {
    const id = this.ids.next();
    const { tenderId, purpose, pool, rules, disclose, firms } = order;
    const draw: Draw = {
      id,
      tenderId,
      purpose,
      attempt,
      drawId: drawIdOf(tenderId, purpose, attempt),
      phase: 'enrolling',
      pool,
      rules,
      source: usualSource(await this.sourceFacts(order)),
      disclose,
      firms,
      prevVoid,
      spec: null,
      lock: null,
      lockedAt: null,
      final: null,
      symbols: null,
      result: null,
      voidAsked: null,
      voided: null,
      pendingRecordId: null,
      revealBy: null,
      createdAt: this.clock.now(),
      drawnAt: null,
    };
    await this.draws.add(draw);
    await this.draws.addRows(id, order.rows);
    const holder = this.randomness.bytes(32);
    const secret = { nonce: this.randomness.hex(32), holder: Buffer.from(holder).toString('hex') };
    await this.draws.addParty({
      id: this.ids.next(),
      drawRowId: id,
      party: 'platform',
      organisationId: PLATFORM_ACTOR.organisationId,
      publicKey: this.ledger.platformKey.pub,
      recipient: recipientOf(holder),
      secret: this.box.seal(`draw/${id}`, secret),
      input: null,
      deposit: null,
      reveal: null,
      forced: null,
      throwSig: null,
      voidSig: null,
      enrolledAt: draw.createdAt,
    });
    return draw;
  }

  /** The awaited gate record is cosigned: the next phase begins, and the platform does its own part of it. */
  private async cosigned(id: string): Promise<void> {
    const draw = await this.draws.lock(id);
    const phase = phaseAfterCosigning(draw.phase, chosenSource(draw).kind);
    if (phase === null || draw.pendingRecordId === null) return;
    const gate = await this.ledger.cosigned(draw.pendingRecordId);
    if (gate === null) return;
    const now = this.clock.now();
    const change = {
      phase,
      pendingRecordId: null,
      ...(draw.phase === 'locked' ? { lockedAt: gate.time * SECOND } : {}),
      ...(phase === 'reveals' ? { revealBy: now + REVEAL_WINDOW } : {}),
      ...(phase === 'drawn' ? { drawnAt: now } : {}),
    };
    await this.draws.change(id, change);
    const next = { ...draw, ...change };
    await this.moved(next, null, null);
    await this.ownPart(next, draw.pendingRecordId);
  }

  private async ownPart(draw: Draw, recordId: string): Promise<void> {
    const { spec, tenderId, purpose } = draw;
    if (!spec) return;
    const parties = await this.draws.parties(draw.id);
    switch (draw.phase) {
      case 'inputs':
        return this.ownInput(draw, spec, this.secretOf(draw, parties));
      case 'deposits':
        return this.ownDeposit(draw, spec, this.secretOf(draw, parties));
      case 'reveals': {
        const { nonce } = this.secretOf(draw, parties);
        const reveal = makeReveal(draw.drawId, 'platform', fromHex(nonce));
        await this.draws.changeParty(draw.id, 'platform', { reveal });
        await this.write(draw, 'draw.reveal', reveal);
        return;
      }
      case 'drawn':
        await this.draws.changeParty(draw.id, 'platform', { secret: null });
        return this.outbox.add(DRAW_DRAWN, { drawId: draw.id, tenderId, purpose });
      case 'void':
        return this.again(draw, recordId);
      default:
    }
  }

  private async ownInput(draw: Draw, spec: DrawSpec, { nonce }: PlatformSecret): Promise<void> {
    const id = 'platform';
    const hash = specHash(spec);
    const value = showsNonce(spec)
      ? { nonce }
      : { commit: nonceCommitment(draw.drawId, hash, id, nonce) };
    const payload = { drawId: draw.drawId, id, specHash: hash, ...value };
    const sig = await this.ledger.platformSign('tp1/draw/input', payload);
    await this.keepInput(draw, { id, ...value, sig });
  }

  private async ownDeposit(draw: Draw, spec: DrawSpec, { nonce }: PlatformSecret): Promise<void> {
    if (spec.source.kind !== 'escrow') return;
    const deposit = await makeDeposit(spec.source, draw.drawId, 'platform', fromHex(nonce));
    await this.draws.changeParty(draw.id, 'platform', { deposit });
    await this.write(draw, 'draw.deposit', deposit);
  }

  /** The next attempt: the same pool and rules, and a pointer at the void (tp1 §3.2). */
  private async again(draw: Draw, voidRecordId: string): Promise<void> {
    const { tenderId, purpose, pool, rules, firms, disclose } = draw;
    const placed = await this.ledger.sequenced(voidRecordId);
    if (!placed) throw new Error(`draw ${draw.id}: the void is not in the log`);
    await this.draws.changeParty(draw.id, 'platform', { secret: null });
    if (draw.voided?.reason === TENDER_ENDED) return;
    const rows = await this.draws.rows(draw.id);
    const next = await this.attempt(
      { tenderId, purpose, pool, rules, firms, disclose, rows },
      draw.attempt + 1,
      placed.leafHash,
    );
    const nextId = next.id;
    await this.outbox.add(DRAW_VOIDED, { drawId: draw.id, nextId, tenderId, purpose });
  }
}
