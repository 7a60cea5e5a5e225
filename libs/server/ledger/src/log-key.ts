import { request } from 'node:http';
import { hexOf, read, SECOND, struct, toHex, whole } from '@core/kernel';
import { parseVerifierKey, type Checkpoint, type VerifierKey } from '@core/ledger';
import { LogKeyRefusal, type LogKeyFolder, type Signed } from '@server/witness';

/** The key that signs checkpoints, wherever it lives (tp1 §2.5, §5). It keeps its own memory of what it signed. */
export interface LogKey {
  verifier(origin: string): Promise<VerifierKey>;
  lastSigned(): Promise<Signed>;
  /** Throws {@link LogKeyRefusal} for what does not continue {@link lastSigned}. */
  signCheckpoint(checkpoint: Checkpoint, proof: readonly Uint8Array[]): Promise<string>;
}

/** The key in this process. */
export function localLogKey(folder: LogKeyFolder): LogKey {
  const attempt = <T>(work: () => T): Promise<T> =>
    new Promise((done) => {
      done(work());
    });
  return {
    verifier: (origin) => attempt(() => folder.signer(origin).key),
    lastSigned: () => attempt(() => folder.lastSigned()),
    signCheckpoint: (checkpoint, proof) => attempt(() => folder.signCheckpoint(checkpoint, proof)),
  };
}

const PATIENCE_MS = 5 * SECOND;
const LONGEST_ANSWER = 64 * 1024;
const SIGNED = struct({ size: whole(), root: hexOf(32) });

interface Answer {
  readonly status: number;
  readonly text: string;
}

function ask(socketPath: string, method: string, path: string, body?: string): Promise<Answer> {
  return new Promise((done, fail) => {
    // A connection kept alive would fail once after every restart of the signer.
    const options = { socketPath, method, path, timeout: PATIENCE_MS, agent: false };
    const asked = request(options, (response) => {
      const pieces: Buffer[] = [];
      let size = 0;
      response.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > LONGEST_ANSWER) asked.destroy(new Error('the signer talks without end'));
        else pieces.push(piece);
      });
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') });
      });
      response.on('error', fail);
    });
    asked.on('timeout', () => asked.destroy(new Error('the signer does not answer')));
    asked.on('error', fail);
    asked.end(body);
  });
}

/** The key in a process of its own (`apps/signer`), reached over a Unix socket. */
export function remoteLogKey(socketPath: string): LogKey {
  const checked = async (method: string, path: string, body?: string): Promise<string> => {
    const { status, text } = await ask(socketPath, method, path, body);
    if (status === 409) throw new LogKeyRefusal(text.trim());
    if (status !== 200) throw new Error(`the signer answered ${status}: ${text.trim()}`);
    return text;
  };
  const known = new Map<string, VerifierKey>();
  return {
    async verifier(origin) {
      const cached = known.get(origin);
      if (cached) return cached;
      const text = await checked('GET', `/key?origin=${encodeURIComponent(origin)}`);
      const key = parseVerifierKey(text.trim());
      if (!key) throw new Error('the signer has no usable key');
      known.set(origin, key);
      return key;
    },
    async lastSigned() {
      const signed = read(SIGNED, JSON.parse(await checked('GET', '/signed')) as unknown);
      if (!signed.ok) throw new Error('the signer’s memory cannot be read');
      return signed.value;
    },
    signCheckpoint({ origin, size, root }, proof) {
      const body = { origin, size, root: toHex(root), proof: proof.map(toHex) };
      return checked('POST', '/sign', JSON.stringify(body));
    },
  };
}
