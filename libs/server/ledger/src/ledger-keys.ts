import { Injectable } from '@nestjs/common';
import { hkdfSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  fromHex,
  hexOf,
  namedKey,
  read,
  signCertified,
  signPayloadWith,
  struct,
  toHex,
  whole,
  withCertified,
  type Encodable,
  type PayloadSignature,
  type PublicKey,
  type SignerAdapter,
} from '@core/kernel';
import {
  checkpointText,
  LOG_SIGNATURE,
  noteSigner,
  signNote,
  verifyConsistency,
  type Checkpoint,
  type NoteSigner,
} from '@core/ledger';
import { Config } from '@server/platform';
import { writeDurably } from '@server/witness';
import { fileSigner, sm2Signer } from './signers';

const SIGNED = struct({ size: whole(), root: hexOf(32) });

/** Why the log key refuses to sign: what it is shown is not the continuation of what it signed. */
export class LogKeyRefusal extends Error {}

/**
 * The platform's keys, derived from LEDGER_KEY. The log key remembers, in a file outside the database, what it
 * signed last, and refuses whatever does not continue it (tp1 §2.5): a witness glued to the key.
 */
@Injectable()
export class LedgerKeys {
  private readonly platformSeed: Uint8Array;
  private readonly logSeed: Uint8Array;
  private certified: Promise<SignerAdapter> | undefined;

  constructor(private readonly config: Config) {
    this.platformSeed = this.derive('platform');
    this.logSeed = this.derive('log');
  }

  /** The key under which the platform signs tp1 payloads; its kid is the actor of every record. */
  get platform(): PublicKey {
    return namedKey('platform', this.platformSeed);
  }

  /** Signs a payload as the platform; with SM2_KEY, a certified signature over the same bytes stands beside. */
  async sign(tag: string, payload: object): Promise<PayloadSignature> {
    const body = payload as Encodable;
    const signature = await signPayloadWith(fileSigner(this.platformSeed), tag, body);
    const certified = await this.certifiedSigner();
    if (!certified) return signature;
    return withCertified(signature, await signCertified(certified, tag, body));
  }

  /** The key that signs checkpoints of this origin. */
  log(origin: string): NoteSigner {
    return noteSigner(origin, LOG_SIGNATURE, this.logSeed);
  }

  /** What was signed last; size 0 before the first time. */
  lastSigned(): { readonly size: number; readonly root: string } {
    const path = this.config.path('keys', 'ledger-signed.json');
    if (!existsSync(path)) return { size: 0, root: toHex(new Uint8Array(32)) };
    const signed = read(SIGNED, JSON.parse(readFileSync(path, 'utf8')) as unknown);
    if (!signed.ok) throw new LogKeyRefusal('the memory of the log key is damaged');
    return signed.value;
  }

  /**
   * Signs a checkpoint. `proof` MUST show that it continues {@link lastSigned}; it is checked and the new state is
   * on disk before the signature exists.
   */
  signCheckpoint(checkpoint: Checkpoint, proof: readonly Uint8Array[]): string {
    const last = this.lastSigned();
    const { size, root } = checkpoint;
    if (last.size > 0 && !verifyConsistency(last.size, size, fromHex(last.root), root, proof)) {
      throw new LogKeyRefusal(
        `checkpoint ${size} does not continue signed checkpoint ${last.size}`,
      );
    }
    writeDurably(
      this.config.path('keys'),
      'ledger-signed.json',
      JSON.stringify({ size, root: toHex(root) }),
    );
    return signNote(checkpointText(checkpoint), this.log(checkpoint.origin));
  }

  private certifiedSigner(): Promise<SignerAdapter> | null {
    const { SM2_KEY, SM2_CERT } = this.config.settings;
    if (SM2_KEY === '') return null;
    this.certified ??= sm2Signer(SM2_KEY, SM2_CERT);
    return this.certified;
  }

  private derive(use: string): Uint8Array {
    const key = fromHex(this.config.settings.LEDGER_KEY);
    return new Uint8Array(hkdfSync('sha256', key, '', `sunlit/ledger/${use}`, 32));
  }
}
