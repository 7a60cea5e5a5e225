import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64, publicKeyOf, signPayload, toBase64, toHex, type Instant } from '@core/kernel';
import { parsePolicyFile, type LogPolicy } from '@core/ledger';
import {
  holderSecret,
  makeHolderBatch,
  PASSPHRASE_BYTES,
  passphraseOf,
  releaseShares,
  tidyPassphrase,
  unwrapHolderBatch,
  wrapHolderBatch,
  type HeldTender,
} from '@core/sealed-bid';

/** How many tenders one session prepares (tp1 §12). */
const BATCH_SIZE = 50;
/** The slot of the batch from which its signing key comes; the same as in the browser. */
const SIGNING_SLOT = 'signing';

/** Ends the program with a sentence. */
export class HolderFault extends Error {}

/** The platform, as somebody signed in sees it. */
export interface Platform {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
}

/** A released tender, or why nothing was. */
export interface Outcome {
  readonly title: string;
  readonly shares: number;
  readonly refused: string | null;
}

interface Duty {
  readonly openingId: string | null;
  readonly title: string;
  readonly waiting: number;
}

function random(bytes: number): Uint8Array {
  return new Uint8Array(randomBytes(bytes));
}

/**
 * A key holder's program that needs no web page: the code that decides what leaves the machine is the one that was
 * installed. It keeps in a folder whom it trusts (the log's policy, as first seen) and what it released against.
 */
export class HolderProgram {
  constructor(
    private readonly platform: Platform,
    private readonly folder: string,
  ) {}

  /** Makes a batch and hands in its public half; returns the passphrase of the private one, which is nowhere else. */
  async make(holder: string, x: number, work?: number): Promise<string> {
    const seed = random(32);
    const signer = holderSecret(seed, SIGNING_SLOT);
    const batch = toHex(random(16));
    const keys = await makeHolderBatch(seed, batch, x, BATCH_SIZE, (tag, payload) =>
      signPayload(signer, tag, payload),
    );
    const passphrase = passphraseOf(random(PASSPHRASE_BYTES));
    const wrapped = await wrapHolderBatch(passphrase, { holder, x, seed }, work);
    await this.platform.post('/api/holder-batches', {
      batch,
      holder,
      x,
      publicKey: publicKeyOf(signer),
      keys: keys.map(({ recipient, sig }) => ({ recipient, signature: sig })),
      backup: toBase64(wrapped),
    });
    return passphrase;
  }

  /** Hands in what is waited for, tender by tender; `policyText` is what the platform shows at `/api/public/policy`. */
  async release(passphrase: string, policyText: string, now: Instant): Promise<Outcome[]> {
    const policy = this.trusted(policyText);
    const seeds = await this.unlock(passphrase);
    const outcomes: Outcome[] = [];
    for (const { openingId, title, waiting } of await this.duties()) {
      if (openingId === null || waiting === 0) continue;
      const held = (await this.platform.get(
        `/api/openings/${openingId}/held-shares`,
      )) as HeldTender & { readonly batchId: string };
      const batchSeed = seeds.get(held.batchId);
      if (!batchSeed) continue;
      const releasedAgainst = this.remembered(held.tender);
      const released = await releaseShares({ batchSeed, policy, now, releasedAgainst }, held);
      if (!released.ok) {
        outcomes.push({ title, shares: 0, refused: released.refusal.code });
        continue;
      }
      this.remember(held.tender, released.value.closed);
      for (const { bid: bidId, x, share } of released.value.shares) {
        await this.platform.post(`/api/openings/${openingId}/shares`, { bidId, x, share });
      }
      outcomes.push({ title, shares: released.value.shares.length, refused: null });
    }
    return outcomes;
  }

  private async duties(): Promise<readonly Duty[]> {
    return (await this.platform.get('/api/held-tenders')) as readonly Duty[];
  }

  private async unlock(passphrase: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const batches = (await this.platform.get('/api/holder-batches')) as readonly {
      readonly id: string;
      readonly backup: string;
    }[];
    const seeds = new Map<string, Uint8Array>();
    for (const { id, backup } of batches) {
      const wrapped = fromBase64(backup);
      const batch = wrapped && (await unwrapHolderBatch(tidyPassphrase(passphrase), wrapped));
      if (batch) seeds.set(id, batch.seed);
    }
    if (seeds.size === 0) throw new HolderFault('the passphrase opens none of the batches');
    return seeds;
  }

  /** The policy as first seen. Another one later is refused: delete the file only on the supervisor's word. */
  private trusted(shown: string): LogPolicy {
    const path = join(this.folder, 'policy.txt');
    if (!existsSync(path)) this.write('policy.txt', shown);
    const pinned = readFileSync(path, 'utf8');
    const policy = parsePolicyFile(pinned);
    if (!policy.ok) throw new HolderFault(`${path} is not a policy file`);
    if (pinned !== shown) throw new HolderFault(`the platform shows another policy than ${path}`);
    return policy.value;
  }

  private remembered(tender: string): string | null {
    const path = join(this.folder, `${tender}.closed`);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
  }

  private remember(tender: string, closed: string): void {
    this.write(`${tender}.closed`, `${closed}\n`);
  }

  private write(name: string, content: string): void {
    if (!/^[\w.-]{1,100}$/.test(name)) throw new HolderFault('not a name for a file');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.folder, name), content, { mode: 0o600 });
  }
}
