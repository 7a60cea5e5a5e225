import { randomBytes } from 'node:crypto';
import {
  makeDeposit,
  makeInput,
  type DrawDeposit,
  type DrawInput,
  type DrawSpec,
} from '@core/draw';
import { recipientOf } from '@core/escrow';
import { publicKeyOf } from '@core/kernel';

/** A contributor's own machine: its keys and nonce for one draw. */
export class Contributor {
  readonly seed = new Uint8Array(randomBytes(32));
  readonly holder = new Uint8Array(randomBytes(32));
  readonly nonce = new Uint8Array(randomBytes(32));

  constructor(readonly id: 'supervisor' | 'tenderer') {}

  get keys(): { publicKey: string; recipient: string } {
    return { publicKey: publicKeyOf(this.seed), recipient: recipientOf(this.holder) };
  }

  get nonceHex(): string {
    return Buffer.from(this.nonce).toString('hex');
  }

  /** A nonce, or a commitment to it: whatever the source of the spec asks for. */
  input(spec: DrawSpec): Omit<DrawInput, 'id'> {
    const { commit, nonce, sig } = makeInput(spec, this.id, this.seed, this.nonce).input;
    return { ...(commit ? { commit } : {}), ...(nonce ? { nonce } : {}), sig };
  }

  async deposit(spec: DrawSpec): Promise<DrawDeposit> {
    if (spec.source.kind !== 'escrow') throw new Error('not an escrow draw');
    return makeDeposit(spec.source, spec.drawId, this.id, this.nonce);
  }
}
