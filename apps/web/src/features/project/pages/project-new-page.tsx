import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { dateTime } from '../../../shared/i18n/dates';
import { uploadFile } from '../../../shared/api/upload';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { CATEGORIES } from '../../tender/tender-search';
import '../../enterprise/enterprise.css';
import { AdviceCard } from '../components/advice-card';
import { PlannedLots } from '../components/planned-lots';
import { ScopeFields } from '../components/scope-fields';
import {
  factsOf,
  KINDS,
  OWNERS,
  typedOf,
  type ProjectFacts,
  type TypedProject,
} from '../project-form';
import { projectDraft } from '../queries';
import { useKeptDraft, type Kept } from '../use-kept-draft';

const route = getRouteApi('/work/projects/new');

const BEGUN: Partial<TypedProject> = {
  kind: 'works',
  owner: 'agency',
  category: 'works',
  fiscalFunds: true,
  localProcurement: false,
  lots: [],
};

/** Registering a project: what it is, and at once what that means in law; kept as a draft until it is handed in. */
export function ProjectNewPage() {
  const t = useT();
  const { draft } = route.useSearch();
  // A draft begun here gets into the address without the form being loaded anew.
  const [opened] = useState(draft ?? null);
  return (
    <>
      <PageHead title={t('projects.new')} lead={t('project.adviceLead')} />
      {opened === null ? <Typing opened={null} typed={{}} /> : <Resumed id={opened} />}
    </>
  );
}

function Resumed({ id }: { readonly id: string }) {
  const t = useT();
  const query = useQuery(projectDraft(id));
  return (
    <QueryView query={query} what={t('project.draftState')}>
      {({ typed }) => <Typing opened={id} typed={typed} />}
    </QueryView>
  );
}

function Typing({
  opened,
  typed: before,
}: {
  readonly opened: string | null;
  readonly typed: Partial<TypedProject>;
}) {
  const t = useT();
  const navigate = useNavigate();
  const [form] = Form.useForm<TypedProject>();
  const typed = Form.useWatch<Partial<TypedProject> | undefined>((all) => all, form);
  const category = Form.useWatch('category', form);
  const { kept, keep, settle } = useKeptDraft(opened, (id) => {
    void navigate({ to: '/work/projects/new', search: { draft: id }, replace: true });
  });
  const [proof, setProof] = useState<File | null>(null);
  const { busy, error, act } = useAct(async () => {
    const all = form.getFieldsValue();
    const facts = factsOf(all);
    if (facts === null) return;
    const draftId = await settle();
    const { title, region, approvalNumber } = all;
    const exemption = await provenBy(facts.exemption, proof);
    const localProcurement = all.category === 'agro' && all.localProcurement;
    const made = await bodyOf(
      api.POST('/api/projects', {
        body: {
          ...facts,
          ...exemption,
          title,
          region,
          approvalNumber,
          localProcurement,
          ...(draftId === null ? {} : { draftId }),
        },
      }),
    );
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
        <Fields agro={category === 'agro'} />
        <ScopeFields proof={proof} onProof={setProof} />
        <PlannedLots />
        {error === null ? null : <ErrorNote error={error} />}
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {t('project.submit')}
          </Button>
          <KeptNote kept={kept} />
        </div>
      </Card>
      <AdviceCard facts={factsOf(typed ?? {})} />
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

/** The claimed exemption with its proof, uploaded now; the server refuses one without. */
async function provenBy(exemption: ProjectFacts['exemption'], proof: File | null) {
  if (exemption === undefined || proof === null) return {};
  const media = proof.type || 'application/octet-stream';
  const { id: fileId } = await uploadFile({ file: proof, name: proof.name, media });
  return { exemption: { ...exemption, fileId } };
}

function Fields({ agro }: { readonly agro: boolean }) {
  const t = useT();
  return (
    <div className="form-grid">
      <div className="form-grid__wide">
        <FormField name="title" label={t('project.title')} max={200} />
        <FormField name="kind" label={t('project.kind')}>
          <Radio.Group
            options={KINDS.map((value) => ({ value, label: t(`projectKind.${value}`) }))}
          />
        </FormField>
      </div>
      <FormField name="owner" label={t('project.owner')}>
        <Select options={OWNERS.map((value) => ({ value, label: t(`projectOwner.${value}`) }))} />
      </FormField>
      <FormField name="category" label={t('project.category')}>
        <Select options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))} />
      </FormField>
      <MoneyField name="estimate" label={t('project.estimate')} />
      <MoneyField name="investment" label={t('project.investment')} />
      <FormField name="region" label={t('project.region')} max={60} />
      <FormField name="approvalNumber" label={t('project.approval')} />
      <div className="form-grid__wide">
        <Form.Item name="partOfWorks" valuePropName="checked" noStyle>
          <Checkbox>{t('project.partOfWorks')}</Checkbox>
        </Form.Item>
        <Form.Item name="fiscalFunds" valuePropName="checked" noStyle>
          <Checkbox>{t('project.fiscal')}</Checkbox>
        </Form.Item>
        <Form.Item
          name="localProcurement"
          valuePropName="checked"
          hidden={!agro}
          extra={t('project.localHint')}
        >
          <Checkbox>{t('project.local')}</Checkbox>
        </Form.Item>
      </div>
    </div>
  );
}
