import { publicKeyOf, signPayload, toBase64, toHex, type Instant } from '@core/kernel';
import type { LogPolicy } from '@core/ledger';
import {
  makeHolderBatch,
  releaseShares,
  unwrapHolderBatch,
  wrapHolderBatch,
  type HeldTender,
  type Release,
} from '@core/sealed-bid';
import type { Client } from '../support/client';
import { random } from './world';

/** Quick in tests; a real holder's program takes the core's own cost. */
const WORK = 4;

/** A key holder's own machine: a passphrase, and what it remembers of releases. */
export class HolderMachine {
  readonly passphrase = 'bavik-dotem-fusol-gerat-hinux-jopel';
  private readonly releasedAgainst = new Map<string, string>();

  constructor(
    readonly client: Client,
    readonly holder: string,
    readonly x: number,
  ) {}

  /** One session: so many recipients signed, the private half left wrapped on the server. */
  async makeBatch(count: number): Promise<void> {
    const seed = random();
    const signer = random();
    const batch = toHex(random(16));
    const keys = await makeHolderBatch(seed, batch, this.x, count, (tag, payload) =>
      signPayload(signer, tag, payload),
    );
    const { holder, x, passphrase } = this;
    const wrapped = await wrapHolderBatch(passphrase, { holder, x, seed }, WORK);
    await this.client.post('/api/holder-batches', {
      batch,
      holder,
      x,
      publicKey: publicKeyOf(signer),
      keys: keys.map(({ recipient, sig }) => ({ recipient, signature: sig })),
      backup: toBase64(wrapped),
    });
  }

  /** What the server gives this holder for an opening. */
  held(openingId: string): Promise<HeldTender & { batchId: string }> {
    return this.client.get(`/api/openings/${openingId}/held-shares`);
  }

  /** Unlocks its batch from the server's backup and decides what may leave. */
  async release(
    held: HeldTender & { batchId: string },
    policy: LogPolicy,
    now: Instant,
  ): Promise<Awaited<ReturnType<typeof releaseShares>>> {
    const batches = await this.client.get<{ id: string; backup: string }[]>('/api/holder-batches');
    const backup = batches.find(({ id }) => id === held.batchId)?.backup ?? '';
    const wrapped = new Uint8Array(Buffer.from(backup, 'base64'));
    const unlocked = await unwrapHolderBatch(this.passphrase, wrapped);
    if (!unlocked) throw new Error('the batch does not unlock');
    const releasedAgainst = this.releasedAgainst.get(held.tender) ?? null;
    const released = await releaseShares(
      { batchSeed: unlocked.seed, policy, now, releasedAgainst },
      held,
    );
    if (released.ok) this.releasedAgainst.set(held.tender, released.value.closed);
    return released;
  }

  /** Posts what was released. */
  async post(openingId: string, { shares }: Release): Promise<void> {
    for (const { bid: bidId, x, share } of shares) {
      await this.client.post(`/api/openings/${openingId}/shares`, { bidId, x, share });
    }
  }
}
