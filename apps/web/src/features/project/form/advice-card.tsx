import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';
import type { ProjectAdvice } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { RuleSetNotice } from '../../../shared/ui/rule-set-notice';
import { FactChip } from '../../../shared/ui/status-chip';
import { QueryView } from '../../../shared/ui/query-view';
import { FindingChips, FindingList } from '../../tender/components/finding-list';
import type { AskedFacts, ProjectFacts } from './facts';

/** Which rules apply, which methods are open and the earliest lawful deadline, while the form is filled in. */
export function AdviceCard({
  facts,
  projectId,
}: {
  readonly facts: ProjectFacts | null;
  /** The project itself, handed in before: it is not similar to itself. Null: it is new. */
  readonly projectId: string | null;
}) {
  const t = useT();
  return (
    <Card title={t('project.advice')}>
      {facts === null ? (
        <p className="small muted">{t('project.adviceWait')}</p>
      ) : (
        <Advice facts={projectId === null ? facts : { ...facts, projectId }} />
      )}
    </Card>
  );
}

function Advice({ facts }: { readonly facts: AskedFacts }) {
  const t = useT();
  const advice = useQuery({
    queryKey: ['project-advice', facts],
    queryFn: () => bodyOf(api.POST('/api/projects/advice', { body: facts })),
  });
  return (
    <QueryView query={advice} what={t('project.advice')}>
      {(found) => <AdviceFacts advice={found} />}
    </QueryView>
  );
}

function AdviceFacts({ advice }: { readonly advice: ProjectAdvice }) {
  const t = useT();
  return (
    <>
      <RuleSetNotice notice={advice.ruleSetNotice} />
      <p className="row">
        <b>{t(`regime.${advice.regime}`)}</b>
        <FactChip>{advice.mustTender ? t('project.mustTender') : t('project.mayTender')}</FactChip>
      </p>
      <dl className="facts">
        <dt>{t('project.earliest')}</dt>
        <dd className="row">
          <span className="number">{dateTime(advice.earliest.deadline)}</span>
          <FindingChips findings={advice.earliestFindings} />
        </dd>
        <dt>{t('project.panel')}</dt>
        <dd className="row">
          {t('project.panelOf', { total: advice.panelTotal })}
          <FindingChips findings={advice.panelFindings} />
        </dd>
        <dt>{t('project.methods')}</dt>
        <dd>
          {advice.methods.map((one) => (
            <div key={one.method} className="row">
              {t(`method.${one.method}`)} ·{' '}
              {t(one.isHeldHere ? `methodVerdict.${one.verdict}` : 'methodVerdict.elsewhere')}
              <FindingChips findings={one.findings} />
            </div>
          ))}
        </dd>
        <dt>{t('tender.ruleSet')}</dt>
        <dd className="mono">{advice.ruleSetId}</dd>
      </dl>
      <FindingList
        findings={advice.local === null ? advice.findings : [...advice.findings, advice.local]}
      />
    </>
  );
}
