import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n-context';
import { Tally, type TallyState } from './tally';
import './verify-badge.css';
import { WorkSteps, type WorkStep } from './work-steps';

/** What a check found. `checked` names the things that were recomputed: 23 条记录, 2 个联署. */
export type Verdict =
  | { readonly kind: 'agrees'; readonly checked: string }
  | { readonly kind: 'differs'; readonly what: string; readonly tellWhom: string }
  | { readonly kind: 'impossible'; readonly why: string };

/** Recomputes something in this browser, reporting the steps as it goes; `signal` ends with the page. */
export type VerifyCheck = (
  report: (steps: readonly WorkStep[]) => void,
  signal: AbortSignal,
) => Promise<Verdict>;

type Progress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly steps: readonly WorkStep[] }
  | { readonly kind: 'done'; readonly steps: readonly WorkStep[]; readonly verdict: Verdict };

/**
 * 验证. It turns green only after *this* browser has recomputed the thing, and never by itself.
 * `unavailable` is the reason why it cannot be checked yet.
 */
export function VerifyBadge({
  label,
  check,
  unavailable,
}: {
  readonly label: string;
  readonly check: VerifyCheck;
  readonly unavailable?: string;
}) {
  const t = useT();
  const { progress, run } = useVerification(check);
  const look = lookOf(progress, unavailable);
  const steps = progress.kind === 'idle' ? [] : progress.steps;
  const done = steps.filter((step) => step.state === 'done').length;
  return (
    <div className="verify">
      <button
        type="button"
        className={`verify__badge verify__badge--${look.tone}`}
        disabled={unavailable !== undefined || progress.kind === 'running'}
        onClick={run}
      >
        <Tally state={look.tally} />
        {progress.kind === 'running'
          ? t('verify.running', { done, total: steps.length })
          : look.tone === 'idle'
            ? label
            : t(`verify.${look.tone}`)}
      </button>
      <div role="status" className="verify__result small">
        {unavailable === undefined ? null : <p>{unavailable}</p>}
        {progress.kind === 'done' ? <Outcome verdict={progress.verdict} /> : null}
      </div>
      {steps.length === 0 ? null : (
        <details
          className="verify__steps"
          open={progress.kind === 'running' || look.tone === 'differs'}
        >
          <summary className="small">{t('verify.steps')}</summary>
          <WorkSteps label={t('verify.steps')} steps={steps} />
        </details>
      )}
    </div>
  );
}

function useVerification(check: VerifyCheck): {
  readonly progress: Progress;
  readonly run: () => void;
} {
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const start = async (signal: AbortSignal, why: string) => {
    let steps: readonly WorkStep[] = [];
    const report = (next: readonly WorkStep[]) => {
      steps = next;
      if (!signal.aborted) setProgress({ kind: 'running', steps });
    };
    report([]);
    const verdict = await check(report, signal).catch((): Verdict => ({ kind: 'impossible', why }));
    if (!signal.aborted) setProgress({ kind: 'done', steps, verdict });
  };
  const t = useT();
  const run = () => {
    abort.current?.abort();
    abort.current = new AbortController();
    void start(abort.current.signal, t('verify.interrupted'));
  };
  return { progress, run };
}

function lookOf(
  progress: Progress,
  unavailable: string | undefined,
): { readonly tone: 'idle' | 'agrees' | 'differs' | 'impossible'; readonly tally: TallyState } {
  if (unavailable !== undefined) return { tone: 'impossible', tally: 'apart' };
  if (progress.kind === 'idle') return { tone: 'idle', tally: 'apart' };
  if (progress.kind === 'running') return { tone: 'idle', tally: 'closing' };
  const { kind } = progress.verdict;
  if (kind === 'agrees') return { tone: kind, tally: 'joined' };
  return { tone: kind, tally: kind === 'differs' ? 'offset' : 'apart' };
}

function Outcome({ verdict }: { readonly verdict: Verdict }) {
  const t = useT();
  switch (verdict.kind) {
    case 'agrees':
      return <p>{t('verify.checkedHere', { what: verdict.checked })}</p>;
    case 'differs':
      return (
        <p className="verify__differs">
          {t('verify.differsAt', { what: verdict.what, whom: verdict.tellWhom })}
        </p>
      );
    case 'impossible':
      return <p>{verdict.why}</p>;
  }
}
