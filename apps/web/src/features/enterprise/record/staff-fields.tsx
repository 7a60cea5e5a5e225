import { STAFF_ROLES } from '@core/enterprise';
import { Button, Form, Input, Select } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { FormField } from '../../../shared/ui/form-field';

/** The firm's key people, one after the other. The identity number is asked for once and never shown again. */
export function StaffFields({ known }: { readonly known: ReadonlySet<string> }) {
  const t = useT();
  const form = Form.useFormInstance<{ staff: { id?: string }[] }>();
  const roles = STAFF_ROLES.map((value) => ({ value, label: t(`staffRole.${value}`) }));
  return (
    <Form.List name="staff">
      {(fields, { add, remove }) => (
        <>
          <p className="small muted">{t('staff.lead')}</p>
          {fields.map(({ key, name }) => {
            const id = form.getFieldValue(['staff', name, 'id']) as string | undefined;
            const kept = id !== undefined && known.has(id);
            return (
              <div key={key} className="qualification">
                <div className="form-grid">
                  <FormField name={[name, 'name']} label={t('staff.name')} max={60} />
                  <FormField name={[name, 'role']} label={t('staff.role')}>
                    <Select options={roles} />
                  </FormField>
                  <FormField
                    name={[name, 'certificateType']}
                    label={t('staff.certificateType')}
                    max={60}
                  />
                  <FormField name={[name, 'certificate']} label={t('staff.certificate')} max={60} />
                  <FormField name={[name, 'validUntil']} label={t('staff.validUntil')}>
                    <Input type="date" />
                  </FormField>
                  <FormField
                    name={[name, 'idNumber']}
                    label={t('staff.idNumber')}
                    hint={kept ? t('staff.idKept') : t('staff.idHint')}
                    later={kept}
                  >
                    <Input autoComplete="off" className="mono" maxLength={24} />
                  </FormField>
                </div>
                <Button
                  size="small"
                  className="qualification__remove"
                  onClick={() => remove(name)}
                  aria-label={t('form.removeOf', { what: `${t('staff.title')} ${name + 1}` })}
                >
                  {t('form.remove')}
                </Button>
              </div>
            );
          })}
          <div>
            <Button onClick={() => add({ role: 'project_manager', validUntil: '' })}>
              {t('staff.add')}
            </Button>
          </div>
        </>
      )}
    </Form.List>
  );
}
