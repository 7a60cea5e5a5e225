import { EXEMPTION_GROUNDS } from '@core/rules';
import { Button, Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { Icon } from '../../../shared/ui/icon';

interface ScopeFieldsProps {
  /** What proves the exemption; null: not chosen yet. */
  readonly proof: File | null;
  readonly onProof: (file: File | null) => void;
}

/** What decides, besides the estimate, whether a project must be tendered: its money, what goes with it, an exemption. */
export function ScopeFields({ proof, onProof }: ScopeFieldsProps) {
  const t = useT();
  const ground: unknown = Form.useWatch('ground');
  const input = useRef<HTMLInputElement>(null);
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
            <div className="row">
              <input
                ref={input}
                type="file"
                hidden
                aria-label={t('project.proof')}
                onChange={(event) => onProof(event.target.files?.[0] ?? null)}
              />
              <Button icon={<Icon name="upload" />} onClick={() => input.current?.click()}>
                {proof === null ? t('project.proof') : proof.name}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
