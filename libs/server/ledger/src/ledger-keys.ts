import { Injectable } from '@nestjs/common';
import { hkdfSync } from 'node:crypto';
import {
  fromHex,
  namedKey,
  signCertified,
  signPayloadWith,
  withCertified,
  type Encodable,
  type PayloadSignature,
  type PublicKey,
  type SignerAdapter,
} from '@core/kernel';
import { Config } from '@server/platform';
import { LogKeyFolder } from '@server/witness';
import { localLogKey, remoteLogKey, type LogKey } from './log-key';
import { fileSigner, sm2Signer } from './signers';

/**
 * The platform's keys, derived from LEDGER_KEY. The log key remembers, in a file outside the database, what it
 * signed last, and refuses whatever does not continue it (tp1 §2.5): a witness glued to the key.
 */
@Injectable()
export class LedgerKeys {
  private readonly platformSeed: Uint8Array;
  /** The key that signs checkpoints: in this process, or in one of its own (SIGNER_SOCKET). */
  readonly log: LogKey;
  private certified: Promise<SignerAdapter> | undefined;

  constructor(private readonly config: Config) {
    this.platformSeed = this.derive('platform');
    const { SIGNER_SOCKET } = config.settings;
    this.log =
      SIGNER_SOCKET === ''
        ? localLogKey(new LogKeyFolder(config.path('keys'), this.derive('log')))
        : remoteLogKey(SIGNER_SOCKET);
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
