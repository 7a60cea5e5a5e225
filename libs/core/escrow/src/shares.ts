import { combine, split } from 'shamir-secret-sharing';
import {
  accept,
  canonicalBytes,
  fromBase64,
  fromHex,
  hexOf,
  isHex,
  list,
  literal,
  parseCanonical,
  read,
  refuse,
  struct,
  taggedHashHex,
  text,
  toBase64,
  toHex,
  whole,
  type Refusal,
  type Result,
  type ShapeOf,
} from '@core/kernel';
import { decryptWith, encryptTo, isRecipient } from './age';

/** What an escrowed secret is for; bound into every share, so that no share can be used elsewhere. */
export type ShareContext =
  | { readonly kind: 'seal'; readonly tender: string; readonly bid: string; readonly env: string }
  | { readonly kind: 'draw'; readonly drawId: string; readonly id: string };

/** Somebody who keeps shares: number and age recipient, fresh for each tender. */
export const HOLDER = struct({ id: text(), x: whole(1, 255), recipient: text() });
export type Holder = ShapeOf<typeof HOLDER>;

/** A dealt share as everybody may see it. */
export const DEALT_SHARE = struct({
  x: whole(1, 255),
  commit: hexOf(32),
  envelope: text(/^[A-Za-z0-9+/=]{4,4096}$/),
});
export type DealtShare = ShapeOf<typeof DEALT_SHARE>;
export const DEALT_SHARES = list(DEALT_SHARE, 2, 255);

/** A share handed in: 32 ordinate bytes and one abscissa byte, hexadecimal. */
export const OPEN_SHARE = struct({ x: whole(1, 255), share: hexOf(33) });
export type OpenShare = ShapeOf<typeof OPEN_SHARE>;

/** Why holders and a threshold cannot be used. */
export type HoldersRefusal = Refusal<'escrow.holders_invalid'>;

/** Checks holders and threshold: numbers and recipients once each, 2 ≤ t ≤ n. */
export function checkHolders(
  holders: readonly Holder[],
  threshold: number,
): Result<true, HoldersRefusal> {
  const bad = (reason: string): Result<true, HoldersRefusal> =>
    refuse('escrow.holders_invalid', { reason });
  if (threshold < 2 || threshold > holders.length) return bad('threshold');
  if (new Set(holders.map((holder) => holder.x)).size !== holders.length) return bad('x');
  if (new Set(holders.map((holder) => holder.recipient)).size !== holders.length) {
    return bad('recipient twice');
  }
  return holders.every((holder) => isRecipient(holder.recipient)) ? accept(true) : bad('recipient');
}

function commitTo(ctx: ShareContext, x: number, share: string): string {
  return taggedHashHex('tp1/share', { ctx, x, share });
}

/** Splits a 32-byte secret and encrypts one share to each holder (tp1 §4.4). */
export async function dealShares(
  secret: Uint8Array,
  threshold: number,
  holders: readonly Holder[],
  ctx: ShareContext,
): Promise<DealtShare[]> {
  // The library refuses subclasses such as Node's Buffer, hence the copy.
  const pieces = await split(new Uint8Array(secret), holders.length, threshold);
  const dealt: DealtShare[] = [];
  for (const [at, { x, recipient }] of holders.entries()) {
    const share = toHex(pieces[at] ?? new Uint8Array());
    dealt.push(await resealShare(recipient, { x, share }, ctx));
  }
  return dealt;
}

const SHARE_MESSAGE = struct({ v: literal(1), x: whole(1, 255), share: hexOf(33) });

/** Why a holder cannot open its envelope. */
export type ShareRefusal = Refusal<'escrow.undecryptable' | 'escrow.not_for_this'>;

/** A holder opens the envelope dealt to it. Refuses a share for anything but `ctx`, and one its commitment denies. */
export async function openShare(
  holderSecret: Uint8Array,
  dealt: DealtShare,
  ctx: ShareContext,
): Promise<Result<OpenShare, ShareRefusal>> {
  const envelope = fromBase64(dealt.envelope);
  const plain = envelope && (await decryptWith(holderSecret, envelope));
  if (!plain) return refuse('escrow.undecryptable');
  const parsed = parseCanonical(plain);
  const message = read(SHARE_MESSAGE, parsed.ok ? parsed.value : null);
  if (!message.ok || message.value.x !== dealt.x) return refuse('escrow.not_for_this');
  const { x, share } = message.value;
  return commitTo(ctx, x, share) === dealt.commit
    ? accept({ x, share })
    : refuse('escrow.not_for_this');
}

/** Seals an opened share again, to somebody entitled to it (tp1 §4.5, 5); opened there by {@link openShare}. */
export async function resealShare(
  recipient: string,
  { x, share }: OpenShare,
  ctx: ShareContext,
): Promise<DealtShare> {
  const envelope = await encryptTo(recipient, canonicalBytes({ v: 1, ctx, x, share }));
  return { x, commit: commitTo(ctx, x, share), envelope: toBase64(envelope) };
}

/** How a recovery ended (tp1 §4.4). */
export type RecoveryVerdict = 'OK' | 'TOO_FEW_SHARES' | 'DEALER_FAULT';

/** A recovery: the verdict, the holders who handed in false shares, the secret if there is one. */
export interface Recovery {
  readonly verdict: RecoveryVerdict;
  readonly badHolders: readonly number[];
  readonly secret: Uint8Array | null;
}

/** What a recovery needs: how the secret was dealt, what was handed in, and how the true secret is known. */
export interface RecoveryInput {
  readonly threshold: number;
  readonly dealt: readonly DealtShare[];
  readonly ctx: ShareContext;
  readonly shares: readonly OpenShare[];
  /** MUST be checked: fewer or false shares combine to garbage without any error. */
  readonly isSecret: (secret: Uint8Array) => boolean;
}

/** Recovers an escrowed secret from the first good shares; names holders whose share its commitment denies. */
export async function recoverSecret(input: RecoveryInput): Promise<Recovery> {
  const good = new Map<number, Uint8Array>();
  const bad = new Set<number>();
  for (const { x, share } of input.shares) {
    const commit = input.dealt.find((dealt) => dealt.x === x)?.commit;
    if (isHex(share, 33) && commitTo(input.ctx, x, share) === commit) good.set(x, fromHex(share));
    else bad.add(x);
  }
  const badHolders = [...bad].sort((one, other) => one - other);
  const enough = [...good.values()].slice(0, input.threshold);
  if (enough.length < input.threshold) {
    return { verdict: 'TOO_FEW_SHARES', badHolders, secret: null };
  }
  const secret = await combined(enough);
  return secret && input.isSecret(secret)
    ? { verdict: 'OK', badHolders, secret }
    : { verdict: 'DEALER_FAULT', badHolders, secret: null };
}

/** Shares that honour their commitments but do not fit together were dealt so: null, the dealer's fault. */
async function combined(shares: Uint8Array[]): Promise<Uint8Array | null> {
  try {
    return await combine(shares);
  } catch {
    return null;
  }
}
