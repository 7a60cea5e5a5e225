import { EXEMPTION_GROUNDS } from '@core/rules';
import { Form, Input, Select } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { ProofField } from './proof-field';

/** What decides, besides the estimate, whether a project must be tendered: its money, what goes with it, an exemption. */
export function ScopeFields() {
  const t = useT();
  const ground: unknown = Form.useWatch('ground');
  return (
    <div className="form-grid">
      <MoneyField
        name="budgetFunds"
        label={t('project.budgetFunds')}
        hint={t('project.budgetFundsHint')}
        optional
      />
      <MoneyField
        name="together"
        label={t('project.together')}
        hint={t('project.togetherHint')}
        optional
      />
      <div className="form-grid__wide">
        <FormField name="ground" label={t('project.exemption')} optional>
          <Select
            allowClear
            options={EXEMPTION_GROUNDS.map((value) => ({ value, label: t(`exemption.${value}`) }))}
          />
        </FormField>
        {ground === undefined ? null : (
          <>
            <FormField name="evidence" label={t('project.evidence')}>
              <Input.TextArea rows={2} maxLength={500} />
            </FormField>
            <Form.Item name="proof">
              <ProofField />
            </Form.Item>
          </>
        )}
      </div>
    </div>
  );
}
