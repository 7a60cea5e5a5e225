import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { api, bodyOf } from '../../../shared/api/client';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import '../../enterprise/enterprise.css';
import { AdviceCard } from './advice-card';
import { asksCatalogue, factsOf, projectBodyOf, typedOf, type TypedProject } from './facts';
import { PlannedLots } from './planned-lots';
import { ProjectFields } from './project-fields';
import { ProjectFiles } from './project-files';
import { ScopeFields } from './scope-fields';
import { useKeptDraft, type Kept } from './use-kept-draft';

const BEGUN: Partial<TypedProject> = {
  kind: 'works',
  owner: 'agency',
  category: 'works',
  fiscalFunds: true,
  localProcurement: false,
  lots: [],
  attachments: [],
};

/** The form of a project with the advice beside it; kept as a draft while it is typed. */
export function ProjectForm({
  opened,
  typed: before,
  isReturned,
}: {
  /** The draft it goes on with; null: none is begun. */
  readonly opened: string | null;
  readonly typed: Partial<TypedProject>;
  /** Whether the registrar gave it back: it is handed in again, as the project whose id the draft has. */
  readonly isReturned: boolean;
}) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<TypedProject>();
  const typed = Form.useWatch<Partial<TypedProject> | undefined>((all) => all, form);
  const category = Form.useWatch('category', form);
  const catalogue = Form.useWatch((all: Partial<TypedProject>) => asksCatalogue(all), form);
  const { kept, keep, settle } = useKeptDraft(opened, (id) => {
    void navigate({ to: '/work/projects/new', search: { draft: id }, replace: true });
  });
  const { busy, error, act } = useAct(async () => {
    const body = projectBodyOf(form.getFieldsValue());
    if (body === null) return;
    const draftId = await settle();
    const made = await bodyOf(
      isReturned && draftId !== null
        ? api.POST('/api/projects/{id}/resubmit', { params: { path: { id: draftId } }, body })
        : api.POST('/api/projects', {
            body: { ...body, ...(draftId === null ? {} : { draftId }) },
          }),
    );
    // Its own page may show it as it was given back; the draft is gone and must not be asked for again.
    await queries.invalidateQueries({ queryKey: ['projects'], refetchType: 'none' });
    await navigate({ to: '/work/projects/$projectId', params: { projectId: made.id } });
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={{ ...BEGUN, ...before }}
      onValuesChange={(_, all) => keep(typedOf(all))}
      onFinish={act}
      className="record-columns"
    >
      <Card title={t('project.card')}>
        <ProjectFields agro={category === 'agro'} catalogue={catalogue} />
        <ScopeFields />
        <PlannedLots />
        <ProjectFiles />
        {error === null ? null : <ErrorNote error={error} />}
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {t(isReturned ? 'project.resubmit' : 'project.submit')}
          </Button>
          <KeptNote kept={kept} />
        </div>
      </Card>
      <AdviceCard facts={factsOf(typed ?? {})} projectId={isReturned ? opened : null} />
    </Form>
  );
}

function KeptNote({ kept }: { readonly kept: Kept }) {
  const t = useT();
  const word = {
    idle: () => t('project.draftAuto'),
    saving: () => t('project.draftSaving'),
    failed: () => t('project.draftFailed'),
  };
  return (
    <span role="status" className="small muted">
      {kept.state === 'saved'
        ? t('project.draftSaved', { at: dateTime(new Date(kept.at).toISOString()) })
        : word[kept.state]()}
    </span>
  );
}
