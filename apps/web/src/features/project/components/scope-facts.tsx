import { EXEMPTION_GROUNDS } from '@core/rules';
import { api } from '../../../shared/api/client';
import type { Project } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Money } from '../../../shared/ui/money';
import { saveAnswer } from '../../../shared/files/save-file';

/** What decided, besides the estimate, whether a project must be tendered; pairs of a list of facts. */
export function ScopeFacts({ project }: { readonly project: Project }) {
  const t = useT();
  const { budgetFundsFen, togetherFen, exemption } = project;
  const ground = EXEMPTION_GROUNDS.find((one) => one === exemption?.ground);
  return (
    <>
      {budgetFundsFen === null ? null : (
        <>
          <dt>{t('project.budgetFunds')}</dt>
          <dd>
            <Money fen={budgetFundsFen} />
          </dd>
        </>
      )}
      {togetherFen === null ? null : (
        <>
          <dt>{t('project.together')}</dt>
          <dd>
            <Money fen={togetherFen} />
          </dd>
        </>
      )}
      {exemption === null || ground === undefined ? null : (
        <>
          <dt>{t('project.exemption')}</dt>
          <dd>
            <p>{t(`exemption.${ground}`)}</p>
            <p className="small">{exemption.evidence}</p>
            <ActButton small onAct={() => download(project.id)}>
              {t('project.proofDownload')}
            </ActButton>
          </dd>
        </>
      )}
    </>
  );
}

async function download(id: string): Promise<void> {
  const params = { path: { id } };
  saveAnswer(
    await api.GET('/api/projects/{id}/exemption', { params, parseAs: 'blob' }),
    'exemption',
  );
}
