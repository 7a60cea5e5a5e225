import { Button, Form } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { FormField, MoneyField } from '../../../shared/ui/form-field';

/** The lots a project is meant to be tendered in; none where it is tendered whole. */
export function PlannedLots() {
  const t = useT();
  return (
    <Form.List name="lots">
      {(fields, { add, remove }) => (
        <div className="stack">
          <h3>{t('project.lots')}</h3>
          <p className="small muted">{t('project.lotsHint')}</p>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="stack">
              <legend>{t('lot.number', { number: name + 1 })}</legend>
              <div className="form-grid">
                <FormField name={[name, 'title']} label={t('lot.lotTitle')} max={200} />
                <MoneyField
                  name={[name, 'estimate']}
                  watch={['lots', name, 'estimate']}
                  label={t('lot.estimate')}
                />
              </div>
              <div>
                <Button size="small" onClick={() => remove(name)}>
                  {t('lot.remove', { number: name + 1 })}
                </Button>
              </div>
            </fieldset>
          ))}
          <div>
            <Button onClick={() => add({ title: '', estimate: '' })}>{t('lot.add')}</Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
