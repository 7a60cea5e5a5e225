import { Injectable } from '@nestjs/common';
import {
  DRAW_PARTIES,
  isThrowSignedBy,
  openDepositShare,
  takeDeposit,
  takeEnrolment,
  takeForced,
  takeReveal,
  unsignedVoid,
  type DrawDeposit,
  type DrawInput,
  type DrawParty,
} from '@core/draw';
import type { OpenShare } from '@core/escrow';
import type { Actor } from '@core/identity';
import { fromHex, type PayloadSignature } from '@core/kernel';
import { isEnded, runsTender } from '@core/tender';
import { Arrival, DomainError, Ids, orRefuse, UnitOfWork } from '@server/platform';
import { Tenders, toTender } from '@server/tender';
import { ConductDraw } from './conduct-draw';
import { FinishDraw } from './finish-draw';
import { courseOf, Draws, type Draw, type DrawPartyState } from './draws.store';
import { VoidDraw } from './void-draw';

interface Locked {
  readonly draw: Draw;
  readonly parties: readonly DrawPartyState[];
  readonly party: DrawParty;
}

/**
 * What the supervisor and the tenderer give to a draw. Each is contributor and holder in one; each step is decided
 * by core after the draw's row is locked, so that of two clients of one party one wins.
 */
@Injectable()
export class Contribute {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly draws: Draws,
    private readonly tenders: Tenders,
    private readonly conduct: ConductDraw,
    private readonly finish: FinishDraw,
    private readonly voids: VoidDraw,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  /** Draws in which the actor is a party and which are still under way. */
  async mine(actor: Actor): Promise<Draw[]> {
    if (actor.role === 'supervisor') return this.draws.underWay(null);
    const own = await this.tenders.runBy(actor.organisationId);
    return own.length === 0 ? [] : this.draws.underWay(own.map(({ id }) => id));
  }

  /** Names the key a party signs with and the recipient its shares are encrypted to, both fresh for this draw. */
  async enrol(
    actor: Actor,
    id: string,
    keys: { readonly publicKey: string; readonly recipient: string },
  ): Promise<void> {
    await this.locked(actor, id, async ({ draw, parties, party }) => {
      const { publicKey, recipient } = keys;
      orRefuse(takeEnrolment(courseOf(draw, parties), { id: party, publicKey, recipient }));
      await this.draws.addParty({
        id: this.ids.next(),
        drawRowId: id,
        party,
        organisationId: actor.organisationId,
        publicKey,
        recipient,
        secret: null,
        input: null,
        deposit: null,
        reveal: null,
        forced: null,
        throwSig: null,
        voidSig: null,
        enrolledAt: this.arrival.at(),
      });
      await this.conduct.moved(draw, 'enrolment', party);
      const all = await this.draws.parties(id);
      if (all.length === Object.keys(DRAW_PARTIES).length) await this.conduct.announce(draw, all);
    });
  }

  /** A party's signed nonce, or (escrow) commitment to one. The last one locks the draw. */
  async input(actor: Actor, id: string, input: Omit<DrawInput, 'id'>): Promise<void> {
    await this.locked(actor, id, ({ draw, party }) =>
      this.conduct.keepInput(draw, { id: party, ...input }),
    );
  }

  /** A party's nonce in shares, after the lock is cosigned. */
  async deposit(actor: Actor, id: string, shares: DrawDeposit['shares']): Promise<void> {
    await this.locked(actor, id, async ({ draw, parties, party }) => {
      const given = { drawId: draw.drawId, id: party, shares };
      const { deposit, isLast } = orRefuse(takeDeposit(courseOf(draw, parties), given));
      await this.draws.changeParty(id, party, { deposit });
      const recordId = await this.conduct.write(draw, 'draw.deposit', deposit, actor);
      if (!isLast) return;
      await this.draws.change(id, { phase: 'deposited', pendingRecordId: recordId });
    });
  }

  /** A party's nonce itself, after all deposits are cosigned. The last one gives the result. */
  async reveal(actor: Actor, id: string, nonce: string): Promise<void> {
    await this.locked(actor, id, async ({ draw, parties, party }) => {
      const reveal = orRefuse(takeReveal(courseOf(draw, parties), party, nonce));
      await this.draws.changeParty(id, party, { reveal });
      await this.conduct.write(draw, 'draw.reveal', reveal, actor);
      await this.conduct.conclude(draw);
    });
  }

  /** Opens a party that has not revealed in time, with the actor's share and the platform's own. */
  async force(
    actor: Actor,
    id: string,
    refuser: string,
    shares: readonly OpenShare[],
  ): Promise<void> {
    await this.locked(actor, id, async ({ draw, parties }) => {
      if (draw.revealBy !== null && this.arrival.at() < draw.revealBy) {
        throw new DomainError('draw.reveal_window_open', { until: draw.revealBy });
      }
      const own = await this.platformShare(draw, parties, refuser);
      const all = [...own, ...shares.filter(({ x }) => x !== DRAW_PARTIES.platform)];
      const forced = orRefuse(await takeForced(courseOf(draw, parties), refuser, all));
      await this.draws.changeParty(id, refuser as DrawParty, { forced });
      await this.conduct.write(draw, 'draw.forced', forced, actor);
      await this.conduct.conclude(draw);
    });
  }

  /** A party signs the dice or balls it saw, as they were entered. The last signature needed gives the result. */
  async countersign(actor: Actor, id: string, sig: PayloadSignature): Promise<void> {
    await this.locked(actor, id, async ({ draw, parties, party }) => {
      const { spec, lock, symbols } = draw;
      if (draw.phase !== 'awaiting' || !spec || !lock || symbols === null) {
        throw new DomainError('draw.wrong_phase', { phase: draw.phase, needed: 'awaiting' });
      }
      if (parties.some((one) => one.party === party && one.throwSig)) {
        throw new DomainError('draw.already_given', { id: party });
      }
      if (!isThrowSignedBy({ spec, lock }, symbols, party, sig)) {
        throw new DomainError('draw.input_invalid', { id: party });
      }
      await this.draws.changeParty(id, party, { throwSig: sig });
      await this.conduct.moved(draw, 'countersigned', party);
      await this.finish.throwSigned(draw, await this.draws.parties(id));
    });
  }

  /** A party signs the void that the operator asks for. The last signature needed voids the draw. */
  async signVoid(actor: Actor, id: string, sig: PayloadSignature): Promise<void> {
    await this.locked(actor, id, async ({ draw, parties, party }) => {
      const { spec, voidAsked } = draw;
      if (!spec || !voidAsked || draw.voided) {
        throw new DomainError('draw.wrong_phase', { phase: draw.phase, needed: 'void asked' });
      }
      if (unsignedVoid(spec, voidAsked.reason, [sig]).includes(party)) {
        throw new DomainError('draw.input_invalid', { id: party });
      }
      await this.draws.changeParty(id, party, { voidSig: sig });
      await this.conduct.moved(draw, 'void-signed', party);
      const others = parties.filter((one) => one.party !== party).map(({ voidSig }) => voidSig);
      const sigs = [...others.filter((one) => one !== null), sig];
      if (unsignedVoid(spec, voidAsked.reason, sigs).length > 0) return;
      await this.voids.writeVoid(actor, draw, voidAsked, sigs);
    });
  }

  private async platformShare(
    draw: Draw,
    parties: readonly DrawPartyState[],
    refuser: string,
  ): Promise<OpenShare[]> {
    const deposit = parties.find(({ party }) => party === refuser)?.deposit;
    if (!deposit) return [];
    const { holder } = this.conduct.secretOf(draw, parties);
    const opened = await openDepositShare(fromHex(holder), deposit, DRAW_PARTIES.platform);
    return opened.ok ? [opened.value] : [];
  }

  private locked(actor: Actor, id: string, work: (locked: Locked) => Promise<void>): Promise<void> {
    return this.unit.run(async () => {
      const { tenderId } = await this.draws.get(id);
      const tender = toTender(await this.tenders.lock(tenderId));
      const draw = await this.draws.lock(id);
      // A locked draw is finished even then: an abandoned one would look like a result that did not please.
      if (isEnded(tender.state) && draw.lock === null) {
        throw new DomainError('tender.wrong_state', { state: tender.state });
      }
      const party = runsTender(actor, tender)
        ? ('tenderer' as const)
        : actor.role === 'supervisor'
          ? ('supervisor' as const)
          : null;
      const parties = await this.draws.parties(id);
      const enrolled = parties.find((one) => one.party === party);
      if (party === null || (enrolled && enrolled.organisationId !== actor.organisationId)) {
        throw new DomainError('draw.not_a_party', { id: actor.role });
      }
      await work({ draw, parties, party });
    });
  }
}
