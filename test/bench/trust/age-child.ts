import { createCipheriv, createDecipheriv } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { recipientOf } from '@core/escrow';
import { nativeDecrypt, nativeEncrypt } from '@server/sealing';

/** One file through one cipher in a process of its own, so that its memory can be told apart. */
const SECRET = new Uint8Array(32).fill(7);
const KEY = Buffer.alloc(32, 7);
const NONCE = Buffer.alloc(12, 7);
const TAG = 16;
/** The same pieces, and the same room for writing while the next is computed, for everybody. */
const PIECES = { highWaterMark: 1024 * 1024 };
const ROOM = { highWaterMark: 4 * 1024 * 1024 };

type Work = (from: string, to: string) => Promise<void>;

const WORK: Readonly<Record<string, Work>> = {
  'ours-seal': (from, to) =>
    pipeline(
      nativeEncrypt(recipientOf(SECRET), createReadStream(from, PIECES)),
      createWriteStream(to, ROOM),
    ),
  'ours-open': (from, to) =>
    pipeline(nativeDecrypt(SECRET, createReadStream(from, PIECES)), createWriteStream(to, ROOM)),
  'bare-seal': async (from, to) => {
    const cipher = createCipheriv('chacha20-poly1305', KEY, NONCE, { authTagLength: TAG });
    const out = createWriteStream(to, ROOM);
    await pipeline(createReadStream(from, PIECES), cipher, out);
  },
  'bare-open': async (from, to) => {
    // The baseline is not authenticated: its tag is not kept. It is faster for it, if anything.
    const decipher = createDecipheriv('chacha20-poly1305', KEY, NONCE, { authTagLength: TAG });
    const out = createWriteStream(to, ROOM);
    for await (const piece of createReadStream(from, PIECES)) {
      if (!out.write(decipher.update(piece as Buffer))) {
        await new Promise<void>((resolve) => void out.once('drain', () => resolve()));
      }
    }
    await new Promise<void>((resolve) => void out.end(() => resolve()));
  },
};

async function main([work = '', from = '', to = '']: string[]): Promise<void> {
  const start = performance.now();
  await WORK[work]!(from, to);
  const ms = performance.now() - start;
  const megabytes = statSync(from).size / 1e6;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ rate: (megabytes / ms) * 1_000, peakMb }));
}

void main(process.argv.slice(2));
