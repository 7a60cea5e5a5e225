import { Button, Progress } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { WorkSteps, type WorkStep } from '../../../shared/ui/work-steps';
import { fileSize } from '../../tender/words';
import type { Submission } from '../use-submission';

const STEPS = ['seal', 'check', 'wrap', 'key', 'upload', 'register', 'cosign'] as const;
type Step = (typeof STEPS)[number];

function currentOf(state: Submission): Step | null {
  if (state.kind === 'sealing' || state.kind === 'uploading') return state.step;
  return state.kind === 'key' ? 'key' : null;
}

/** Every step of a submission, with the present one marked. */
export function SubmissionSteps({
  state,
  onStop,
}: {
  readonly state: Submission;
  readonly onStop: () => void;
}) {
  const t = useT();
  const current = currentOf(state);
  const at = current === null ? -1 : STEPS.indexOf(current);
  const steps = STEPS.map((step, index): WorkStep => ({
    label: t(`bid.step.${step}`),
    state: index < at ? 'done' : index === at ? 'now' : 'later',
  }));
  return (
    <div className="stack">
      {state.kind === 'sealing' || state.kind === 'uploading' ? <Bar {...state} /> : null}
      <WorkSteps label={t('bid.steps')} steps={steps} />
      {state.kind === 'uploading' && state.step === 'upload' ? (
        <Button block onClick={onStop}>
          {t('file.stop')}
        </Button>
      ) : null}
    </div>
  );
}

function Bar({ kind, done, total }: Extract<Submission, { readonly total: number }>) {
  const t = useT();
  const percent = total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100));
  return (
    <div>
      <div className="row row--between">
        <b className="bid__percent number">{percent}%</b>
        <span className="small muted number">
          {t('bid.progress', { sent: fileSize(Math.min(done, total)), total: fileSize(total) })}
        </span>
      </div>
      <Progress
        percent={percent}
        showInfo={false}
        strokeColor="var(--sun-400)"
        aria-label={t('bid.uploading')}
      />
      {kind === 'uploading' ? <p className="small muted">{t('bid.resumes')}</p> : null}
    </div>
  );
}
