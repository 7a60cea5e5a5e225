import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { ORGANISATION_KINDS } from '@core/identity';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { NewOrganisation, Organisation } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { FormField } from '../../shared/ui/form-field';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { RecordList } from '../../shared/ui/record-list';
import { FactChip } from '../../shared/ui/status-chip';
import { inTree } from './organisation-tree';
import { organisations } from './queries';

/** The tree of organisations, kept by the system administrator. */
export function OrganisationsPage() {
  const t = useT();
  const query = useQuery(organisations);
  const [founding, setFounding] = useState(false);
  return (
    <>
      <PageHead title={t('organisations.title')} lead={t('organisations.lead')}>
        <Button type="primary" onClick={() => setFounding(true)}>
          {t('organisations.found')}
        </Button>
      </PageHead>
      <div className="card">
        <QueryView query={query} what={t('organisations.what')}>
          {(rows) => (
            <>
              <Tree rows={rows} />
              <FoundDialog open={founding} rows={rows} onClose={() => setFounding(false)} />
            </>
          )}
        </QueryView>
      </div>
    </>
  );
}

function Tree({ rows }: { readonly rows: readonly Organisation[] }) {
  const t = useT();
  return (
    <RecordList
      caption={t('organisations.title')}
      rows={inTree(rows)}
      rowKey={(row) => row.organisation.id}
      total={t('organisations.total', { count: rows.length })}
      columns={[
        {
          key: 'name',
          title: t('organisations.name'),
          place: 'title',
          cell: ({ organisation, depth }) => (
            <span style={{ paddingInlineStart: `${depth * 1.5}em` }}>{organisation.name}</span>
          ),
        },
        {
          key: 'kind',
          title: t('organisations.kind'),
          place: 'chips',
          cell: ({ organisation }) => (
            <FactChip>{t(`organisationKind.${organisation.kind}`)}</FactChip>
          ),
        },
      ]}
    />
  );
}

function FoundDialog({
  open,
  rows,
  onClose,
}: {
  readonly open: boolean;
  readonly rows: readonly Organisation[];
  readonly onClose: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<NewOrganisation>();
  return (
    <ConfirmDialog
      open={open}
      title={t('organisations.found')}
      keepLabel={t('organisations.keep')}
      actLabel={t('organisations.found')}
      onKeep={onClose}
      onAct={async () => {
        const body = await form.validateFields();
        await api.POST('/api/admin/organisations', { body });
        await refresh();
        onClose();
      }}
    >
      <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onBlur">
        <FormField name="name" label={t('organisations.name')}>
          <Input maxLength={120} />
        </FormField>
        <FormField name="kind" label={t('organisations.kind')}>
          <Select
            options={ORGANISATION_KINDS.map((kind) => ({
              value: kind,
              label: t(`organisationKind.${kind}`),
            }))}
          />
        </FormField>
        <FormField name="parentId" label={t('organisations.parent')} optional>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={rows.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FormField>
      </Form>
    </ConfirmDialog>
  );
}
