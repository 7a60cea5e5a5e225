import {
  hexOf,
  literal,
  publicKeyOf,
  read,
  SIGNATURE,
  signPayload,
  struct,
  text,
  whole,
  type ShapeOf,
} from '@core/kernel';
import { holderSecret, isHolderKey, makeHolderKey } from '@core/sealed-bid';

const CARD = struct({
  v: literal(1),
  tender: text(),
  id: text(/^[a-z0-9-]{1,40}$/),
  x: whole(1, 15),
  recipient: text(/^age1[0-9a-z]{58}$/),
  publicKey: hexOf(32),
  signature: SIGNATURE,
});

/** The public half of a holder's key for one tender: what the tenderer is given. */
export type HolderCard = ShapeOf<typeof CARD>;

/** The long-term signing key of a batch comes from the same random bytes, so that one file keeps both. */
export const SIGNING_SLOT = 'signing';

/** Makes the public card of a tender from a holder's random bytes. */
export async function makeCard(
  seed: Uint8Array,
  tender: string,
  id: string,
  x: number,
): Promise<HolderCard> {
  const signer = holderSecret(seed, SIGNING_SLOT);
  const key = await makeHolderKey(seed, tender, x, (tag, payload) =>
    signPayload(signer, tag, payload),
  );
  return {
    v: 1,
    tender,
    id,
    x,
    recipient: key.recipient,
    publicKey: publicKeyOf(signer),
    signature: key.sig,
  };
}

/** Reads a card and checks its signature; null when it is not one of this tender. */
export function readCard(content: string, tender: string): HolderCard | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  const card = read(CARD, value);
  if (!card.ok || card.value.tender !== tender) return null;
  const { x, recipient, publicKey, signature } = card.value;
  return isHolderKey(publicKey, { tender, x, recipient, sig: signature }) ? card.value : null;
}
