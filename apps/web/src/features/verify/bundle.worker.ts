import { verifyBundle } from '@core/bundle';
import type { BundleAnswer, BundleRequest } from './bundle-messages';

const post = (answer: BundleAnswer): void => {
  (globalThis as unknown as { postMessage(answer: BundleAnswer): void }).postMessage(answer);
};

globalThis.addEventListener('message', ({ data }: MessageEvent<BundleRequest>) => {
  verifyBundle(data.bundle).then(
    (result) => post({ kind: 'result', result }),
    (error: unknown) => post({ kind: 'failed', why: String(error) }),
  );
});
