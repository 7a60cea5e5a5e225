import { Button, Form, Radio } from 'antd';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Contract } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { Money } from '../../../shared/ui/money';
import { AnswerButtons } from './answer-buttons';

interface Typed {
  readonly name: string;
  readonly part: string;
  readonly sum: string;
  readonly isMainWork: boolean;
}

/** Parts the winner gives to somebody else, with the tenderer's consent. */
export function SubcontractDesk({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const { subcontracts, side, acceptedAt, concludedAt } = contract;
  const isRunning = concludedAt !== null && acceptedAt === null;
  return (
    <Card title={t('contract.subcontracts')}>
      {subcontracts.length === 0 ? (
        <p className="small muted">{t('contract.noSubcontracts')}</p>
      ) : null}
      {subcontracts.map((one) => (
        <div key={one.id} className="stack">
          <div>
            <b>{one.name}</b> {one.part} <Money fen={one.sumFen} />{' '}
            <span className="small muted">
              {one.agreed === null
                ? t('contract.waits')
                : t(one.agreed ? 'contract.consented' : 'contract.refused')}
            </span>
          </div>
          {isRunning && side === 'tenderer' && one.agreed === null ? (
            <AnswerButtons
              about={one.name}
              onAnswer={(agrees) =>
                api.POST('/api/contracts/{id}/subcontracts/{subcontractId}/answer', {
                  params: { path: { id: contract.id, subcontractId: one.id } },
                  body: { agrees },
                })
              }
            />
          ) : null}
        </div>
      ))}
      {isRunning && side === 'winner' ? (
        <details>
          <summary>{t('contract.subcontract')}</summary>
          <Notify id={contract.id} />
        </details>
      ) : null}
    </Card>
  );
}

function Notify({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const { name, part, sum, isMainWork } = await form.validateFields();
    await api.POST('/api/contracts/{id}/subcontracts', {
      params: { path: { id } },
      body: {
        name: name.trim(),
        part: part.trim(),
        sumFen: String(readYuan(sum) ?? 0),
        isMainWork,
      },
    });
    form.resetFields();
    await refresh();
  });
  return (
    <Form
      name="subcontract"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ isMainWork: false }}
      onFinish={act}
    >
      <FormField name="name" label={t('contract.subcontractor')} />
      <FormField name="part" label={t('contract.subcontractPart')} max={200} />
      <MoneyField name="sum" label={t('contract.subcontractSum')} />
      <FormField
        name="isMainWork"
        label={t('contract.isMainWork')}
        hint={t('contract.isMainWorkHint')}
      >
        <Radio.Group
          options={[
            { value: false, label: t('contract.no') },
            { value: true, label: t('contract.yes') },
          ]}
        />
      </FormField>
      {error === null ? null : <ErrorNote error={error} />}
      <Button htmlType="submit" loading={busy}>
        {t('contract.subcontractAct')}
      </Button>
    </Form>
  );
}
