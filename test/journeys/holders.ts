import { publicKeyOf, signPayload } from '@core/kernel';
import { makeHolderKey } from '@core/sealed-bid';
import { random } from './world';

const NAMES = ['centre', 'tenderer', 'supervisor'] as const;

/** Three institutions that each make a key for this tender on their own machine; two of them can open a bid. */
export async function holderKeys(
  tenderId: string,
): Promise<{ sealing: Record<string, unknown>; seeds: readonly Uint8Array[] }> {
  const seeds = NAMES.map(() => random());
  const holders: Record<string, unknown>[] = [];
  for (const [index, id] of NAMES.entries()) {
    const key = random();
    const made = await makeHolderKey(
      seeds[index] ?? random(),
      tenderId,
      index + 1,
      (tag, payload) => signPayload(key, tag, payload),
    );
    const { x, recipient, sig } = made;
    holders.push({ id, x, recipient, publicKey: publicKeyOf(key), signature: sig });
  }
  return { sealing: { mode: 'either', t: 2, windowSeconds: 1_800, holders }, seeds };
}
