import { Button, Form, Input } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { FormField } from '../../../shared/ui/form-field';

/** The firm's licences, one after the other. */
export function QualificationFields() {
  const t = useT();
  return (
    <Form.List name="qualifications">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="qualification">
              <div className="form-grid">
                <FormField
                  name={[name, 'type']}
                  label={t('enterprise.qualificationType')}
                  max={60}
                />
                <FormField
                  name={[name, 'grade']}
                  label={t('enterprise.qualificationGrade')}
                  max={30}
                />
                <FormField
                  name={[name, 'certificate']}
                  label={t('enterprise.qualificationCertificate')}
                  max={60}
                />
                <FormField name={[name, 'validUntil']} label={t('enterprise.qualificationUntil')}>
                  <Input type="date" />
                </FormField>
              </div>
              <Button
                size="small"
                className="qualification__remove"
                onClick={() => remove(name)}
                aria-label={t('form.removeOf', {
                  what: `${t('enterprise.qualifications')} ${name + 1}`,
                })}
              >
                {t('form.remove')}
              </Button>
            </div>
          ))}
          <div>
            <Button onClick={() => add({ type: '', grade: '', certificate: '', validUntil: '' })}>
              {t('enterprise.addQualification')}
            </Button>
          </div>
        </>
      )}
    </Form.List>
  );
}
