import { fenToWire } from '@core/kernel';
import { METHODS, PROCEDURE_MEASURES, PROJECT_KINDS } from '@core/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Method, NewProcedureTable, StoredFile } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { readYuan } from '../../shared/ui/amounts';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField, MoneyField } from '../../shared/ui/form-field';
import { PaperField } from '../project/components/paper-field';
import { procedurePlaces } from './queries';

interface TypedBand {
  readonly below: string;
  readonly methods: Method[];
  readonly decidedBy?: string;
}

interface Typed extends Omit<NewProcedureTable, 'bands' | 'inForceTo' | 'fileId'> {
  readonly inForceTo?: string;
  readonly bands: readonly TypedBand[];
}

function bandOf({ below, methods, decidedBy = '' }: TypedBand) {
  const sum = readYuan(below);
  return { belowFen: sum === null ? '' : fenToWire(sum), methods, decidedBy: decidedBy.trim() };
}

/** Takes a table down from a place's document. It cannot be changed afterwards, only ended. */
export function KeepForm({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { data: places = [] } = useQuery(procedurePlaces);
  const [file, setFile] = useState<StoredFile | null>(null);
  const { busy, error, act } = useAct(async () => {
    const { bands, inForceTo, ...table } = await form.validateFields();
    const last = (inForceTo ?? '').trim();
    if (file === null) return;
    const body = {
      ...table,
      fileId: file.id,
      ...(last === '' ? {} : { inForceTo: last }),
      bands: bands.map(bandOf),
    };
    await api.POST('/api/procedures', { body });
    await refresh();
    onDone();
  });
  return (
    <Card title={t('procedure.keep')}>
      <p className="small muted">{t('procedure.keepLead')}</p>
      <Form
        form={form}
        name="procedure"
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        initialValues={{ kinds: ['works'], measure: 'estimate', bands: [{ methods: [] }] }}
        onFinish={act}
      >
        <div className="form-grid">
          <FormField name="organisationId" label={t('procedure.place')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormField>
          <FormField name="documentNumber" label={t('procedure.number')} max={120} />
          <FormField name="title" label={t('procedure.title')} max={200} />
          <FormField
            name="fairCompetitionReview"
            label={t('procedure.review')}
            hint={t('procedure.reviewHint')}
            max={120}
          />
          <FormField name="kinds" label={t('procedure.kinds')}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={PROJECT_KINDS.map((value) => ({ value, label: t(`projectKind.${value}`) }))}
            />
          </FormField>
          <FormField name="measure" label={t('procedure.measuredBy')}>
            <Select
              options={PROCEDURE_MEASURES.map((value) => ({
                value,
                label: t(`procedure.measure.${value}`),
              }))}
            />
          </FormField>
          <FormField name="inForceFrom" label={t('procedure.inForceFrom')}>
            <Input type="date" />
          </FormField>
          <FormField
            name="inForceTo"
            label={t('procedure.inForceTo')}
            hint={t('procedure.inForceToHint')}
            optional
          >
            <Input type="date" />
          </FormField>
        </div>
        <div className="stack">
          <BandFields />
          <PaperField
            label={t('procedure.file')}
            done={(name) => t('procedure.fileThere', { name })}
            file={file}
            onFile={setFile}
          />
          {error === null ? null : <ErrorNote error={error} />}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy} disabled={file === null}>
              {t('procedure.keep')}
            </Button>
            <Button onClick={onDone}>{t('form.back')}</Button>
          </div>
        </div>
      </Form>
    </Card>
  );
}

/** The bands, the smallest first: each ends below its own limit and begins with the one before. */
function BandFields() {
  const t = useT();
  return (
    <Form.List name="bands">
      {(fields, { add, remove }) => (
        <div className="stack">
          {fields.map(({ key, name }) => (
            <fieldset key={key}>
              <legend>{t('procedure.bandNumber', { number: name + 1 })}</legend>
              <div className="form-grid">
                <MoneyField
                  name={[name, 'below']}
                  watch={['bands', name, 'below']}
                  label={t('procedure.below')}
                />
                <FormField name={[name, 'methods']} label={t('procedure.methods')}>
                  <Select
                    mode="multiple"
                    showSearch={{ optionFilterProp: 'label' }}
                    options={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
                  />
                </FormField>
                <FormField
                  name={[name, 'decidedBy']}
                  label={t('procedure.decidedBy')}
                  hint={t('procedure.decidedByHint')}
                  optional
                  max={60}
                />
              </div>
              {fields.length > 1 ? (
                <Button onClick={() => remove(name)}>{t('procedure.removeBand')}</Button>
              ) : null}
            </fieldset>
          ))}
          <div>
            <Button onClick={() => add({ methods: [] })}>{t('procedure.addBand')}</Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
