import { Injectable } from '@nestjs/common';
import {
  physicalFinal,
  physicalPayload,
  PLATFORM_CONTRIBUTOR,
  roundTime,
  takeRound,
  takeSymbols,
  isLockedTooLate,
  type DrawFinal,
  type LockedDraw,
} from '@core/draw';
import type { Actor } from '@core/identity';
import { SECOND } from '@core/kernel';
import { Ledger } from '@server/ledger';
import {
  Background,
  DomainError,
  LegalClock,
  Leases,
  orRefuse,
  UnitOfWork,
} from '@server/platform';
import { Beacons } from './beacons';
import { ConductDraw } from './conduct-draw';
import { Draws, type Draw, type DrawPartyState } from './draws.store';

const FETCH_EVERY_MS = 3 * SECOND;
const LEASE = 'draw-beacons';
/** How long a round that no relay had is left alone. */
const PAUSE_MS = 30 * SECOND;

/** The last randomness of a locked draw: a round of drand, whoever brings it, or dice thrown in the room. */
@Injectable()
export class FinishDraw {
  private readonly notBefore = new Map<string, number>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly draws: Draws,
    private readonly conduct: ConductDraw,
    private readonly beacons: Beacons,
    private readonly ledger: Ledger,
    private readonly leases: Leases,
    private readonly clock: LegalClock,
    background: Background,
  ) {
    background.add('beacons', FETCH_EVERY_MS, async () => {
      if (await this.leases.hold(LEASE, PAUSE_MS)) await this.fetchRounds();
    });
  }

  /** Fetches the rounds that are out and still missing; returns how many draws it finished. */
  async fetchRounds(): Promise<number> {
    let finished = 0;
    for (const draw of await this.draws.awaiting()) {
      if (await this.fetchRound(draw)) finished++;
    }
    return finished;
  }

  /** Somebody brings the round (96 hexadecimal digits): from a telephone, a QR code, a newspaper. */
  async bringRound(actor: Actor, id: string, signature: string): Promise<void> {
    const draw = await this.draws.get(id);
    // The pairing takes some 30 ms and what it is over is fixed by the lock: it is done before the row is locked.
    const final = orRefuse(takeRound(lockedOf(draw), signature, lockedAtOf(draw)));
    await this.unit.run(async () => this.finish(await this.draws.lock(id), final, actor));
  }

  /** The operator enters the dice or balls everybody sees. A correction takes the signatures of the first away. */
  async enterSymbols(actor: Actor, id: string, symbols: string): Promise<void> {
    await this.unit.run(async () => {
      const draw = await this.draws.lock(id);
      orRefuse(takeSymbols(lockedOf(draw), symbols));
      const parties = await this.draws.parties(id);
      for (const { party } of parties) await this.draws.changeParty(id, party, { throwSig: null });
      await this.draws.change(id, { symbols });
      await this.ledger.append({
        type: 'draw.thrown',
        scope: `${draw.tenderId}/internal`,
        by: actor,
        body: { drawId: draw.drawId, symbols },
      });
      await this.conduct.moved(draw, 'thrown', null);
    });
  }

  /** Writes the final record once enough of those present have signed, the platform last. The row is locked. */
  async throwSigned(draw: Draw, parties: readonly DrawPartyState[]): Promise<void> {
    const { symbols } = draw;
    if (symbols === null) return;
    const locked = lockedOf(draw);
    const sigs = parties.flatMap(({ party, throwSig }) =>
      throwSig ? [{ id: party, sig: throwSig }] : [],
    );
    const { source } = locked.spec;
    if (source.kind !== 'physical' || sigs.length + 1 < source.minSigners) return;
    const own = await this.ledger.platformSign(
      'tp1/draw/physical',
      physicalPayload(locked, symbols),
    );
    const final = physicalFinal(locked, symbols, [{ id: PLATFORM_CONTRIBUTOR, sig: own }, ...sigs]);
    await this.finish(draw, orRefuse(final));
  }

  private async fetchRound(draw: Draw): Promise<boolean> {
    const { id, spec, lock } = draw;
    const now = this.clock.now();
    if (spec?.source.kind !== 'drand' || !lock?.round) return false;
    if (isLockedTooLate({ spec, lock }, lockedAtOf(draw))) return false;
    const due = roundTime(spec.source, lock.round) * SECOND;
    if (now < Math.max(due, this.notBefore.get(id) ?? 0)) return false;
    const signature = await this.beacons.fetch(spec.source, lock.round);
    if (signature === null) {
      this.notBefore.set(id, now + PAUSE_MS);
      return false;
    }
    this.notBefore.delete(id);
    const final = orRefuse(takeRound({ spec, lock }, signature, lockedAtOf(draw)));
    return this.unit.run(async () => {
      const locked = await this.draws.lock(id);
      // Somebody may have brought the round by hand meanwhile, or the draw is void.
      if (locked.phase !== 'awaiting') return false;
      await this.finish(locked, final);
      return true;
    });
  }

  private async finish(draw: Draw, final: DrawFinal, by?: Actor): Promise<void> {
    if (draw.phase !== 'awaiting') {
      throw new DomainError('draw.wrong_phase', { phase: draw.phase, needed: 'awaiting' });
    }
    await this.draws.change(draw.id, { final });
    await this.conduct.write(draw, 'draw.final', final, by);
    await this.conduct.conclude({ ...draw, final });
  }
}

function lockedOf({ spec, lock, phase }: Draw): LockedDraw {
  if (phase !== 'awaiting' || !spec || !lock) {
    throw new DomainError('draw.wrong_phase', { phase, needed: 'awaiting' });
  }
  return { spec, lock };
}

/** Quorum time of the lock, seconds since 1970. */
function lockedAtOf({ lockedAt }: Draw): number {
  return Math.floor((lockedAt ?? Number.MAX_SAFE_INTEGER) / SECOND);
}
