import { verifyArchive, verifyBundle, type BundleResult, type StepName } from '@core/bundle';
import { digest, fromUtf8, toHex } from '@core/kernel';
import { parsePolicyFile, type LogPolicy } from '@core/ledger';
import { isArchive } from '../src/is-archive';
import { optionalSm2 } from '../src/sm2';

/** What is to be verified: the bytes of the bundle or archive package, and the reader's own policy text or null. */
export interface Job {
  readonly bundle: Uint8Array;
  readonly policy: string | null;
}

/** What a verification tells: steps as they end, then one outcome. `sha256` is that of the file's bytes. */
export type Answer =
  | { readonly kind: 'step'; readonly step: StepName }
  | { readonly kind: 'result'; readonly result: BundleResult; readonly sha256: string }
  | { readonly kind: 'unusable'; readonly why: 'notJson' | 'badPolicy' | 'broken' };

function parsed(bytes: Uint8Array): unknown {
  const text = fromUtf8(bytes);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function policyOf(text: string | null): LogPolicy | null | undefined {
  if (text === null) return null;
  const policy = parsePolicyFile(text);
  return policy.ok ? policy.value : undefined;
}

async function verify({ bundle, policy }: Job, tell: (answer: Answer) => void): Promise<Answer> {
  const trusted = policyOf(policy);
  if (trusted === undefined) return { kind: 'unusable', why: 'badPolicy' };
  const watch = ({ step }: { readonly step: StepName }): void => tell({ kind: 'step', step });
  const sm2 = await optionalSm2();
  const sha256 = toHex(digest(bundle));
  if (isArchive(bundle)) {
    return { kind: 'result', result: await verifyArchive(bundle, trusted, watch, sm2), sha256 };
  }
  const value = parsed(bundle);
  if (value === undefined) return { kind: 'unusable', why: 'notJson' };
  return { kind: 'result', result: await verifyBundle(value, trusted, watch, sm2), sha256 };
}

/** Verifies where it is called; never throws. */
export async function verifyHere(job: Job, tell: (answer: Answer) => void): Promise<void> {
  tell(await verify(job, tell).catch((): Answer => ({ kind: 'unusable', why: 'broken' })));
}

/** The worker's side: verifies what it is sent. */
export function serveVerification(): void {
  globalThis.addEventListener('message', ({ data }: MessageEvent<Job>) => {
    void verifyHere(data, (answer) => {
      (globalThis as unknown as { postMessage(answer: Answer): void }).postMessage(answer);
    });
  });
}

/**
 * Verifies away from the page, in a worker made of the page's own script, so that the page stays alive; in the
 * page itself where a browser allows no worker to a file. Returns what stops it.
 */
export function startVerification(
  script: string,
  job: Job,
  tell: (answer: Answer) => void,
): () => void {
  let isStopped = false;
  const alive = (answer: Answer): void => {
    if (!isStopped) tell(answer);
  };
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  let worker: Worker | null = null;
  let hasSpoken = false;
  const fallBack = (): void => {
    worker?.terminate();
    worker = null;
    if (hasSpoken) alive({ kind: 'unusable', why: 'broken' });
    else void verifyHere(job, alive);
  };
  try {
    worker = new Worker(url);
    worker.addEventListener('error', fallBack);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      hasSpoken = true;
      alive(data);
      if (data.kind !== 'step') worker?.terminate();
    });
    worker.postMessage(job);
  } catch {
    fallBack();
  }
  return () => {
    isStopped = true;
    worker?.terminate();
    URL.revokeObjectURL(url);
  };
}
