import {
  DRAW_PARTIES,
  makeDeposit,
  makeInput,
  openDepositShare,
  signThrow,
  type DrawDeposit,
  type DrawLock,
  type DrawSpec,
} from '@core/draw';
import { recipientOf } from '@core/escrow';
import { fromHex, isHex, publicKeyOf, signPayload, toHex } from '@core/kernel';
import { api } from '../../shared/api/client';
import type { Draw } from '../../shared/api/wire';

export type Party = 'supervisor' | 'tenderer';

/** A contributor's secrets of one draw, hexadecimal. They stand in this tab only, and end with it. */
export interface DrawSecrets {
  readonly seed: string;
  readonly holder: string;
  readonly nonce: string;
}

function place(drawId: string, party: Party): string {
  return `sunlit.draw.${drawId}.${party}`;
}

/** The secrets this tab made for a draw, or null. */
export function secretsOf(drawId: string, party: Party): DrawSecrets | null {
  const kept = window.sessionStorage.getItem(place(drawId, party));
  if (kept === null) return null;
  const [seed, holder, nonce] = kept.split('.');
  return isHex(seed, 32) && isHex(holder, 32) && isHex(nonce, 32) ? { seed, holder, nonce } : null;
}

/** Makes the secrets once; whoever made two inputs would let somebody choose. */
export function makeSecrets(drawId: string, party: Party): DrawSecrets {
  const known = secretsOf(drawId, party);
  if (known !== null) return known;
  const fresh = () => toHex(crypto.getRandomValues(new Uint8Array(32)));
  const secrets = { seed: fresh(), holder: fresh(), nonce: fresh() };
  const { seed, holder, nonce } = secrets;
  window.sessionStorage.setItem(place(drawId, party), [seed, holder, nonce].join('.'));
  return secrets;
}

/** Does the step that is wanted of this party. */
export async function contributeStep(
  draw: Draw,
  party: Party,
  secrets: DrawSecrets,
): Promise<void> {
  const params = { path: { id: draw.id } };
  const spec = draw.spec as DrawSpec | null;
  const seed = fromHex(secrets.seed);
  const nonce = fromHex(secrets.nonce);
  if (draw.next.step === 'enrol') {
    const body = {
      publicKey: publicKeyOf(seed),
      recipient: recipientOf(fromHex(secrets.holder)),
    };
    await api.POST('/api/draws/{id}/enrol', { params, body });
  } else if (draw.next.step === 'input' && spec !== null) {
    const { commit, nonce: shown, sig } = makeInput(spec, party, seed, nonce).input;
    const value = commit === undefined ? { nonce: shown ?? '' } : { commit };
    await api.POST('/api/draws/{id}/inputs', { params, body: { ...value, sig: { ...sig } } });
  } else if (draw.next.step === 'deposit' && spec?.source.kind === 'escrow') {
    const { shares } = await makeDeposit(spec.source, spec.drawId, party, nonce);
    await api.POST('/api/draws/{id}/deposits', {
      params,
      body: { shares: shares.map((one) => ({ ...one })) },
    });
  } else if (draw.next.step === 'reveal') {
    await api.POST('/api/draws/{id}/reveals', { params, body: { nonce: secrets.nonce } });
  }
}

/** Signs the dice or balls as entered: the person pressing has seen them lie there. */
export async function countersign(draw: Draw, secrets: DrawSecrets): Promise<void> {
  const spec = draw.spec as DrawSpec | null;
  const lock = draw.lock as DrawLock | null;
  if (spec === null || lock === null || draw.symbols === null) return;
  const sig = signThrow({ spec, lock }, draw.symbols, fromHex(secrets.seed));
  const params = { path: { id: draw.id } };
  await api.POST('/api/draws/{id}/countersignatures', { params, body: { sig: { ...sig } } });
}

/** Signs the void the operator asks for. */
export async function signVoid(draw: Draw, secrets: DrawSecrets): Promise<void> {
  if (draw.voidAsked === null) return;
  const payload = { drawId: draw.drawId, reason: draw.voidAsked.reason };
  const sig = signPayload(fromHex(secrets.seed), 'tp1/draw/void', payload);
  const params = { path: { id: draw.id } };
  await api.POST('/api/draws/{id}/void-signatures', { params, body: { sig: { ...sig } } });
}

/** Opens a party that does not reveal, with this party's share of its deposit. */
export async function forceOpen(
  draw: Draw,
  refuser: string,
  party: Party,
  secrets: DrawSecrets,
): Promise<void> {
  const deposits = draw.deposits as unknown as DrawDeposit[];
  const deposit = deposits.find((one) => one.id === refuser);
  if (deposit === undefined) return;
  const opened = await openDepositShare(fromHex(secrets.holder), deposit, DRAW_PARTIES[party]);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const params = { path: { id: draw.id } };
  const body = { id: refuser as keyof typeof DRAW_PARTIES, shares: [{ ...opened.value }] };
  await api.POST('/api/draws/{id}/forced', { params, body });
}
