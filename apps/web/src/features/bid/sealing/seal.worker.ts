import { fromBase64 } from '@core/kernel';
import { unwrapBidSeed } from '@core/sealed-bid';
import type { SealRequest, UnlockRequest, WorkerAnswer } from './messages';
import { sealHere } from './seal';

/** Progress is told at most every so many bytes. */
const TELL_EVERY = 512 * 1024;

/** Posts from inside the worker; the page's own `postMessage` has another shape. */
const post = (answer: WorkerAnswer): void => {
  (globalThis as unknown as { postMessage(answer: WorkerAnswer): void }).postMessage(answer);
};

async function seal(request: SealRequest): Promise<WorkerAnswer> {
  let bytes = 0;
  let told = 0;
  const sealed = await sealHere(request, {
    step: (step) => post({ kind: 'step', step }),
    bytes: (count) => {
      bytes += count;
      if (bytes - told < TELL_EVERY) return;
      told = bytes;
      post({ kind: 'progress', bytes });
    },
  });
  return { kind: 'sealed', sealed };
}

async function unlock({ passphrase, backup, tender, bid }: UnlockRequest): Promise<WorkerAnswer> {
  const bytes = fromBase64(backup);
  const seed = bytes === null ? null : await unwrapBidSeed(passphrase, bytes, { tender, bid });
  return { kind: 'unlocked', seed };
}

globalThis.addEventListener('message', (event: MessageEvent<SealRequest | UnlockRequest>) => {
  const request = event.data;
  const work = request.kind === 'seal' ? seal(request) : unlock(request);
  work.then(post, (error: unknown) =>
    post({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
  );
});
