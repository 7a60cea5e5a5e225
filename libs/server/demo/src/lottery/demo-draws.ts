import { Injectable } from '@nestjs/common';
import { makeDeposit, makeInput } from '@core/draw';
import { recipientOf } from '@core/escrow';
import type { Actor } from '@core/identity';
import { publicKeyOf, toHex } from '@core/kernel';
import { Contribute, Draws } from '@server/draw';
import { Randomness } from '@server/platform';
import { DemoPeople } from '../demo-people';
import { DemoTime } from '../demo-time';

/** A draw that waits for its parties. */
export interface WaitingDraw {
  readonly drawId: string;
  readonly tenderer: Actor;
}

/** A contributor's secrets of one draw, as its own machine would make them. */
interface Party {
  readonly id: 'supervisor' | 'tenderer';
  readonly actor: Actor;
  readonly drawId: string;
  readonly seed: Uint8Array;
  readonly holder: Uint8Array;
  readonly nonce: Uint8Array;
}

/** Supervisor and tenderer take draws of the demo through all their steps; draws of one day go side by side. */
@Injectable()
export class DemoDraws {
  constructor(
    private readonly people: DemoPeople,
    private readonly time: DemoTime,
    private readonly draws: Draws,
    private readonly contribute: Contribute,
    private readonly randomness: Randomness,
  ) {}

  /** Takes these draws to their results. */
  async through(waiting: readonly WaitingDraw[]): Promise<void> {
    const supervisor = await this.people.actor('supervisor');
    const parties = waiting.flatMap(({ drawId, tenderer }) => [
      this.party('supervisor', supervisor, drawId),
      this.party('tenderer', tenderer, drawId),
    ]);
    for (const { actor, drawId, seed, holder } of parties) {
      const keys = { publicKey: publicKeyOf(seed), recipient: recipientOf(holder) };
      await this.contribute.enrol(actor, drawId, keys);
    }
    await this.time.catchUp();
    for (const party of parties) await this.input(party);
    await this.time.catchUp();
    for (const party of parties) await this.deposit(party);
    await this.time.catchUp();
    for (const { actor, drawId, nonce } of parties) {
      await this.contribute.reveal(actor, drawId, toHex(nonce));
    }
    await this.time.catchUp();
  }

  private party(id: Party['id'], actor: Actor, drawId: string): Party {
    const [seed, holder, nonce] = [
      this.randomness.bytes(32),
      this.randomness.bytes(32),
      this.randomness.bytes(32),
    ];
    return { id, actor, drawId, seed, holder, nonce };
  }

  private async input({ id, actor, drawId, seed, nonce }: Party): Promise<void> {
    const { spec } = await this.draws.get(drawId);
    if (!spec) throw new Error(`draw ${drawId} is not announced`);
    const { commit, nonce: shown, sig } = makeInput(spec, id, seed, nonce).input;
    const given = { ...(commit ? { commit } : {}), ...(shown ? { nonce: shown } : {}), sig };
    await this.contribute.input(actor, drawId, given);
  }

  private async deposit({ id, actor, drawId, nonce }: Party): Promise<void> {
    const { spec } = await this.draws.get(drawId);
    if (spec?.source.kind !== 'escrow') return;
    const { shares } = await makeDeposit(spec.source, spec.drawId, id, nonce);
    await this.contribute.deposit(actor, drawId, shares);
  }
}
