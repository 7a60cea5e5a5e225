import { ASSESSMENT_GRADES, REMOVAL_GROUNDS } from '@core/panel';
import { api } from '../../../shared/api/client';
import type { ExpertStep } from '../../../shared/api/wire';
import { dateTime, isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { download } from '../../enterprise/queries';

/** What happened to an expert, the oldest first. */
export function StepList({
  expertId,
  steps,
}: {
  readonly expertId: string;
  readonly steps: readonly ExpertStep[];
}) {
  const t = useT();
  return (
    <ol className="stack small">
      {steps.map((step) => (
        <li key={step.id}>
          <span className="number">{dateTime(step.at)}</span> {t(`expertStep.${step.step}`)}
          <StepResult step={step} />
          <StepFacts step={step} />
          <StepPaper expertId={expertId} step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepResult({ step }: { readonly step: ExpertStep }) {
  const t = useT();
  const { ground, passed, score } = step;
  const grade = ASSESSMENT_GRADES.find((one) => one === ground);
  const reason = REMOVAL_GROUNDS.find((one) => one === ground);
  return (
    <>
      {grade === undefined ? null : ` · ${t(`expertGrade.${grade}`)}`}
      {reason === undefined ? null : ` · ${t(`expertGround.${reason}`)}`}
      {passed === null ? null : ` · ${t(passed ? 'expert.passed' : 'expert.failed')}`}
      {score === null ? null : ` · ${t('expert.points', { score })}`}
    </>
  );
}

function StepFacts({ step }: { readonly step: ExpertStep }) {
  const t = useT();
  const { from, until, by, number, text } = step;
  return (
    <span className="muted">
      {from === null ? null : ` · ${t('expert.from', { at: isoDate(from) })}`}
      {until === null ? null : ` · ${t('expert.until', { at: lastMoment(until) })}`}
      {by === '' ? null : ` · ${by}`}
      {number === null ? null : ` · ${number}`}
      {text === '' || step.step === 'applied' ? null : ` · ${text}`}
    </span>
  );
}

function StepPaper({ expertId, step }: { readonly expertId: string; readonly step: ExpertStep }) {
  const t = useT();
  const { fileId } = step;
  if (fileId === null) return null;
  return (
    <>
      {' '}
      <ActButton
        small
        onAct={() =>
          download(
            api.GET('/api/expert-pool/experts/{id}/files/{fileId}', {
              params: { path: { id: expertId, fileId } },
              parseAs: 'blob',
            }),
            step.number ?? 'document',
          )
        }
      >
        {t('expert.document')}
      </ActButton>
    </>
  );
}
