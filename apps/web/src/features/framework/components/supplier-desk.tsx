import { fenToWire } from '@core/kernel';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { FrameworkSupplier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { ConfirmDialog, useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';

interface TypedProduct {
  readonly name: string;
  readonly brand?: string;
  readonly model?: string;
  readonly parameters: string;
  readonly service: string;
}

/** What a supplier does in its package: it says what it delivers, and later asks less for it. */
export function SupplierDesk({
  supplier,
  unit,
}: {
  readonly supplier: FrameworkSupplier;
  readonly unit: string;
}) {
  const isFree = !supplier.collectorSigned && !supplier.supplierSigned;
  if (supplier.state === 'admitted' && isFree) return <ProductForm supplier={supplier} />;
  return supplier.state === 'signed' ? <LowerForm supplier={supplier} unit={unit} /> : null;
}

function ProductForm({ supplier }: { readonly supplier: FrameworkSupplier }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<TypedProduct>();
  const { busy, error, act } = useAct(async () => {
    const { brand = '', model = '', ...typed } = await form.validateFields();
    await api.PUT('/api/framework-suppliers/{id}/product', {
      params: { path: { id: supplier.id } },
      body: { ...typed, brand, model },
    });
    await refresh();
  });
  return (
    <Form
      form={form}
      name="product"
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={supplier.product ?? {}}
      onFinish={act}
    >
      <h3>{t('framework.productTitle')}</h3>
      <p className="small muted">{t('framework.productLead')}</p>
      <div className="form-grid">
        <FormField name="name" label={t('framework.productName')} />
        <FormField name="brand" label={t('framework.productBrand')} optional max={60} />
        <FormField name="model" label={t('framework.productModel')} optional max={60} />
        <FormField name="service" label={t('framework.productService')} max={500} />
      </div>
      <FormField name="parameters" label={t('framework.productParameters')}>
        <Input.TextArea rows={3} maxLength={2_000} />
      </FormField>
      {error === null ? null : <ErrorNote error={error} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('framework.productSave')}
      </Button>
    </Form>
  );
}

function LowerForm({
  supplier,
  unit,
}: {
  readonly supplier: FrameworkSupplier;
  readonly unit: string;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ readonly price: string }>();
  const [asking, setAsking] = useState(false);
  return (
    <Form
      form={form}
      name="lower"
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={() => setAsking(true)}
    >
      <h3>{t('framework.lowerTitle')}</h3>
      <MoneyField
        name="price"
        label={`${t('framework.lowerTo')}${t('framework.perUnit', { unit })}`}
      />
      <Button htmlType="submit">{t('framework.lower')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('framework.lowerTitle')}
        keepLabel={t('framework.lowerKeep')}
        actLabel={t('framework.lower')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          const sum = readYuan(form.getFieldValue('price') as string);
          await api.POST('/api/framework-suppliers/{id}/price', {
            params: { path: { id: supplier.id } },
            body: { priceFen: sum === null ? '' : fenToWire(sum) },
          });
          setAsking(false);
          form.resetFields();
          await refresh();
        }}
      >
        {t('framework.lowerText')}
      </ConfirmDialog>
    </Form>
  );
}
