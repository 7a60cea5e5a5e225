import { makeDeposit, makeInput, type DrawSpec } from '@core/draw';
import { recipientOf } from '@core/escrow';
import { fromHex, isHex, publicKeyOf, toHex } from '@core/kernel';
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
    const { commit = '', sig } = makeInput(spec, party, seed, nonce).input;
    await api.POST('/api/draws/{id}/inputs', { params, body: { commit, sig: { ...sig } } });
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
