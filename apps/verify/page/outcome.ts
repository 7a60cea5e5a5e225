import { ARCHIVE_STEPS, STEPS, type StepName } from '@core/bundle';
import { humanReport } from '../src/report';
import { STEP_TEXTS } from '../src/step-texts';
import type { Language } from '../src/texts';
import { PAGE_TEXTS } from './page-texts';
import type { Answer } from './verification';

/** How a step of the list stands. */
export type StepState = 'done' | 'now' | 'later' | 'failed';

/** What the page shows of a verification, in the reader's language. */
export interface OutcomeView {
  readonly state: 'running' | 'agrees' | 'differs' | 'impossible';
  readonly headline: string;
  /** Shown before everything else when the data is a demo's. */
  readonly demo: string | null;
  readonly steps: readonly { readonly label: string; readonly state: StepState }[];
  readonly report: string | null;
}

/** The steps of what is verified: a package's begin with the package itself. */
function stepsToCome(done: readonly StepName[], failed: StepName | null): readonly StepName[] {
  return done.includes('package') || failed === 'package' ? ARCHIVE_STEPS : STEPS;
}

function stepsOf(
  done: readonly StepName[],
  failed: StepName | null,
  isRunning: boolean,
  language: Language,
): OutcomeView['steps'] {
  const all = stepsToCome(done, failed);
  const next = isRunning ? all.find((step) => !done.includes(step)) : undefined;
  return all.map((step) => ({
    label: STEP_TEXTS[step][language],
    state:
      step === failed ? 'failed' : done.includes(step) ? 'done' : step === next ? 'now' : 'later',
  }));
}

/** The view of a verification: the steps that ended, and the last answer if there is one. */
export function outcomeView(
  file: string,
  done: readonly StepName[],
  last: Answer | null,
  language: Language,
): OutcomeView {
  const say = (text: keyof typeof PAGE_TEXTS): string => PAGE_TEXTS[text][language];
  if (last?.kind === 'unusable') {
    return {
      state: 'impossible',
      headline: say('impossible'),
      demo: null,
      steps: [],
      report: say(last.why),
    };
  }
  if (last?.kind !== 'result') {
    const headline = `${say('running')} ${done.length}/${stepsToCome(done, null).length}`;
    return {
      state: 'running',
      headline,
      demo: null,
      steps: stepsOf(done, null, true, language),
      report: null,
    };
  }
  const { result, sha256 } = last;
  const failed = result.ok ? null : result.step;
  const text = humanReport(result, language);
  const isDemo = result.ok && result.report.demo;
  const agrees = result.ok && !result.report.complete ? say('agreesSoFar') : say('agrees');
  return {
    state: result.ok ? 'agrees' : 'differs',
    headline: result.ok ? agrees : `${say('differs')}: ${STEP_TEXTS[result.step][language]}`,
    demo: isDemo ? (text.split('\n')[0] ?? null) : null,
    steps: stepsOf(done, failed, false, language),
    report: `${text}\n\n${say('file')}: ${file}\nSHA-256: ${sha256}`,
  };
}
