import type { Sealed, SealRequest, SealStep, UnlockRequest, WorkerAnswer } from './messages';

/** What is told while the worker works. */
export interface Watch {
  readonly onStep?: (step: SealStep) => void;
  readonly onBytes?: (bytes: number) => void;
}

/** One job in a worker of its own; the worker ends with it, and its secrets with the worker. */
function inWorker(
  request: SealRequest | UnlockRequest,
  watch: Watch = {},
): Promise<Extract<WorkerAnswer, { readonly kind: 'sealed' | 'unlocked' }>> {
  const worker = new Worker(new URL('./seal.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Extract<WorkerAnswer, { readonly kind: 'sealed' | 'unlocked' }>>(
    (resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
        if (data.kind === 'step') watch.onStep?.(data.step);
        else if (data.kind === 'progress') watch.onBytes?.(data.bytes);
        else if (data.kind === 'failed') reject(new Error(data.why));
        else resolve(data);
      });
      worker.postMessage(request);
    },
  ).finally(() => worker.terminate());
}

/** Seals a bid on this computer. */
export async function sealInWorker(request: SealRequest, watch: Watch): Promise<Sealed> {
  const answer = await inWorker(request, watch);
  if (answer.kind !== 'sealed') throw new Error('unexpected answer');
  return answer.sealed;
}

/** The seed of a bid from its backup; null when the passphrase is not the one. */
export async function unlockInWorker(
  request: Omit<UnlockRequest, 'kind'>,
): Promise<Uint8Array | null> {
  const answer = await inWorker({ kind: 'unlock', ...request });
  return answer.kind === 'unlocked' ? answer.seed : null;
}

/** Fresh random bytes of this browser. */
export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
