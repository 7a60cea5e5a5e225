import { createHash } from 'node:crypto';
import type { OpeningEngine } from '@core/sealed-bid';
import { nativeDecrypt } from './native-age';

/** Opens envelopes with node:crypto; the bytes and the refusals are those of the core. */
export const NATIVE_ENGINE: OpeningEngine = {
  decrypt: nativeDecrypt,
  sha256: () => {
    let hash = createHash('sha256');
    return {
      update: (piece) => void hash.update(piece),
      take: () => {
        const digest = new Uint8Array(hash.digest());
        hash = createHash('sha256');
        return digest;
      },
    };
  },
};
