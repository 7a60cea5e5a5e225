import type { BundleResult } from '@core/bundle';
import type { Translate } from '../../shared/i18n/catalogue';
import type { Verdict, VerifyCheck } from '../../shared/ui/verify-badge';
import type { WorkStep } from '../../shared/ui/work-steps';
import type { BundleAnswer } from './bundle-messages';

/** The address of everything public about a tender. */
export function bundleUrl(tenderId: string): string {
  return `/api/public/tenders/${encodeURIComponent(tenderId)}/bundle`;
}

/** Where the whole archive package of a tender is, with its contracts. */
export function archiveUrl(tenderId: string): string {
  return `/api/public/tenders/${encodeURIComponent(tenderId)}/archive`;
}

function verifyInWorker(bundle: unknown, signal: AbortSignal): Promise<BundleResult> {
  const worker = new Worker(new URL('./bundle.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<BundleResult>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<BundleAnswer>) => {
      if (data.kind === 'result') resolve(data.result);
      else reject(new Error(data.why));
    });
    worker.postMessage({ bundle });
  }).finally(() => worker.terminate());
}

/** What a verified bundle means to the reader. */
export function verdictOf(t: Translate, result: BundleResult): Verdict {
  if (!result.ok) {
    const { step, reason } = result;
    return {
      kind: 'differs',
      what: t('verifyAll.differs', { step, reason }),
      tellWhom: t('tender.verifyTell'),
    };
  }
  const { log, steps, draws, demo } = result.report;
  const checked = t('verifyAll.checked', {
    size: log.size,
    steps: steps.length,
    draws: draws.length,
  });
  return { kind: 'agrees', checked: demo ? `${checked} · ${t('verifyAll.demo')}` : checked };
}

/** Fetches the whole public record of a tender and recomputes it in this browser. */
export function bundleCheck(t: Translate, tenderId: string): VerifyCheck {
  return async (report, signal) => {
    const steps = (fetching: WorkStep['state'], computing: WorkStep['state']) =>
      report([
        { label: t('verifyAll.fetch'), state: fetching },
        { label: t('verifyAll.compute'), state: computing },
      ]);
    steps('now', 'later');
    const response = await fetch(bundleUrl(tenderId), { signal });
    if (!response.ok) {
      steps('failed', 'later');
      return { kind: 'impossible', why: t('verifyAll.none') };
    }
    const bundle: unknown = await response.json();
    steps('done', 'now');
    const result = await verifyInWorker(bundle, signal);
    steps('done', result.ok ? 'done' : 'failed');
    return verdictOf(t, result);
  };
}
