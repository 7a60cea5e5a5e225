import { WORKS_CLASSES } from '@core/project';
import { Checkbox, Form, Radio, Select } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { CATEGORIES } from '../../tender/tender-search';
import { KINDS, OWNERS } from './facts';

/** What a project is: its title, kind, owner, sums and approval. */
export function ProjectFields({
  agro,
  catalogue,
}: {
  readonly agro: boolean;
  /** Whether it matters that it is in the catalogue of centralised procurement. */
  readonly catalogue: boolean;
}) {
  const t = useT();
  const isWorks = Form.useWatch<unknown>('kind') === 'works';
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
      {isWorks ? (
        <FormField
          name="worksClass"
          label={t('project.worksClass')}
          hint={t('project.worksClassHint')}
          optional
        >
          <Select
            allowClear
            options={WORKS_CLASSES.map((value) => ({ value, label: t(`worksClass.${value}`) }))}
          />
        </FormField>
      ) : null}
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
          name="inCatalogue"
          valuePropName="checked"
          hidden={!catalogue}
          extra={t('project.inCatalogueHint')}
        >
          <Checkbox>{t('project.inCatalogue')}</Checkbox>
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
