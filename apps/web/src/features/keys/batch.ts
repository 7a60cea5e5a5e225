import { fromBase64, publicKeyOf, signPayload, toBase64, toHex, type Instant } from '@core/kernel';
import { parsePolicyFile, type LogPolicy, type Receipt } from '@core/ledger';
import {
  holderSecret,
  makeHolderBatch,
  PASSPHRASE_BYTES,
  passphraseOf,
  releaseShares,
  tidyPassphrase,
  unwrapHolderBatch,
  wrapHolderBatch,
  type HolderBatch,
} from '@core/sealed-bid';
import { api, bodyOf } from '../../shared/api/client';
import { randomBytes } from '../bid/sealing/sealer';
import { SIGNING_SLOT } from './holder-card';

/** How many tenders one session prepares (tp1 §12). */
export const BATCH_SIZE = 50;

/** Makes a batch on this computer and hands in its public half; returns the passphrase of the private one. */
export async function makeBatch(holder: string, x: number): Promise<string> {
  const seed = randomBytes(32);
  const signer = holderSecret(seed, SIGNING_SLOT);
  const batch = toHex(randomBytes(16));
  const keys = await makeHolderBatch(seed, batch, x, BATCH_SIZE, (tag, payload) =>
    signPayload(signer, tag, payload),
  );
  const passphrase = passphraseOf(randomBytes(PASSPHRASE_BYTES));
  const backup = toBase64(await wrapHolderBatch(passphrase, { holder, x, seed }));
  await api.POST('/api/holder-batches', {
    body: {
      batch,
      holder,
      x,
      publicKey: publicKeyOf(signer),
      keys: keys.map(({ recipient, sig }) => ({ recipient, signature: { ...sig } })),
      backup,
    },
  });
  return passphrase;
}

/** Opens a batch with its passphrase; null when it is another's. */
export async function unlockBatch(typed: string, backup: string): Promise<HolderBatch | null> {
  const wrapped = fromBase64(backup);
  return wrapped && unwrapHolderBatch(tidyPassphrase(typed), wrapped);
}

const POLICY = 'sunlit.log-policy';

/** The log's policy as this browser saw it first: a platform that shows another one later gets no share. */
async function pinnedPolicy(): Promise<LogPolicy | null> {
  const response = await fetch('/api/public/policy');
  const shown = response.ok ? await response.text() : '';
  const seen = parsePolicyFile(shown);
  // The witnesses of a demo change with every demo, and protect against nobody.
  if (seen.ok && seen.value.demo) return seen.value;
  const pinned = window.localStorage.getItem(POLICY) ?? shown;
  const policy = parsePolicyFile(pinned);
  if (!policy.ok || shown !== pinned) return null;
  window.localStorage.setItem(POLICY, pinned);
  return policy.value;
}

/** How pressing the button ended. */
export type ReleaseOutcome =
  | { readonly kind: 'released'; readonly count: number; readonly unopened: number }
  | { readonly kind: 'refused'; readonly code: string };

/** The one button: checks the closing against the witnesses, opens this holder's shares, and hands them in. */
export async function release(
  openingId: string,
  batch: HolderBatch,
  now: Instant,
): Promise<ReleaseOutcome> {
  const policy = await pinnedPolicy();
  if (!policy) return { kind: 'refused', code: 'seal.other_policy' };
  const params = { path: { id: openingId } };
  const held = await bodyOf(api.GET('/api/openings/{id}/held-shares', { params }));
  const memory = `sunlit.released.${held.tender}`;
  const released = await releaseShares(
    {
      batchSeed: batch.seed,
      policy,
      now,
      releasedAgainst: window.localStorage.getItem(memory),
    },
    { ...held, closing: held.closing as unknown as Receipt },
  );
  if (!released.ok) return { kind: 'refused', code: released.refusal.code };
  const { closed, shares, unopened } = released.value;
  window.localStorage.setItem(memory, closed);
  for (const { bid: bidId, x, share } of shares) {
    await api.POST('/api/openings/{id}/shares', { params, body: { bidId, x, share } });
  }
  return { kind: 'released', count: shares.length, unopened: unopened.length };
}
