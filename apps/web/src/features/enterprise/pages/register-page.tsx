import { isCreditCode } from '@core/enterprise';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { api } from '../../../shared/api/client';
import { signIn } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import '../enterprise.css';

interface Registration {
  readonly name: string;
  readonly creditCode: string;
  readonly personName: string;
  readonly invitation?: string;
  readonly username: string;
  readonly password: string;
}

/** A credit code as it is on the licence, however it was pasted. */
function tidyCode(typed: string): string {
  return typed.replace(/[\s,-]/g, '').toUpperCase();
}

/** A firm and its first account, in one step; then straight to its record. */
export function RegisterPage() {
  const t = useT();
  const navigate = useNavigate();
  const [form] = Form.useForm<Registration>();
  usePageTitle(t('register.title'));
  const { busy, error, act } = useAct(async () => {
    const typed = form.getFieldsValue();
    await api.POST('/api/enterprises', {
      body: { ...typed, creditCode: tidyCode(typed.creditCode) },
    });
    await signIn({ username: typed.username, password: typed.password });
    await navigate({ to: '/work/enterprise' });
  });
  return (
    <div className="page register">
      <section className="card card__body">
        <h1>{t('register.title')}</h1>
        <p className="muted register__lead">{t('register.lead')}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onBlur"
          onFinish={act}
        >
          <FormField name="name" label={t('register.name')} />
          <CreditCodeField />
          <FormField name="personName" label={t('register.personName')} max={60} />
          <FormField
            name="invitation"
            label={t('register.invitation')}
            hint={t('register.invitationHint')}
            max={20}
            optional
          />
          <FormField
            name="username"
            label={t('register.username')}
            hint={t('register.usernameHint')}
          >
            <Input autoComplete="username" autoCapitalize="none" maxLength={60} />
          </FormField>
          <FormField name="password" label={t('signIn.password')} hint={t('account.passwordHint')}>
            <Input.Password autoComplete="new-password" />
          </FormField>
          <div className="stack">
            {error === null ? null : <ErrorNote error={error} />}
            <Button type="primary" size="large" block htmlType="submit" loading={busy}>
              {t('register.submit')}
            </Button>
            <Link to="/sign-in" search={{ to: '/work' }}>
              {t('register.have')}
            </Link>
          </div>
        </Form>
      </section>
    </div>
  );
}

function CreditCodeField() {
  const t = useT();
  const label = t('register.creditCode');
  return (
    <Form.Item
      name="creditCode"
      label={label}
      rules={[
        { required: true, message: t('form.missing', { what: label }) },
        {
          validator: (_rule, value: string | undefined) =>
            value === undefined || value === '' || isCreditCode(tidyCode(value))
              ? Promise.resolve()
              : Promise.reject(new Error(t('register.creditCodeBad'))),
        },
      ]}
    >
      <Input className="mono" autoCapitalize="characters" autoComplete="off" maxLength={30} />
    </Form.Item>
  );
}
