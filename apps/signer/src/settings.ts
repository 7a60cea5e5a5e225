import { readFileSync } from 'node:fs';
import { fromHex, isHex } from '@core/kernel';

/** What a signer needs to be told. */
export interface SignerSettings {
  readonly seed: Uint8Array;
  readonly origin: string;
  readonly folder: string;
  readonly socket: string;
}

/** Reads the settings from the environment; throws one Error that lists every fault. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SignerSettings {
  const faults: string[] = [];
  const { SIGNER_KEY_FILE, SIGNER_KEY = '', SIGNER_ORIGIN: origin = '' } = environment;
  const key = SIGNER_KEY_FILE ? readFileSync(SIGNER_KEY_FILE, 'utf8').trim() : SIGNER_KEY;
  if (!isHex(key, 32)) faults.push('SIGNER_KEY (or SIGNER_KEY_FILE): 64 hexadecimal digits');
  if (origin === '' || /[\s+]/.test(origin)) {
    faults.push('SIGNER_ORIGIN: the origin of the log, as it stands in its checkpoints');
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const folder = environment.SIGNER_DIR ?? './signer-data';
  const socket = environment.SIGNER_SOCKET ?? `${folder}/signer.sock`;
  return { seed: fromHex(key), origin, folder, socket };
}
