import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { api } from '../../../shared/api/client';
import { signIn } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { usePageTitle } from '../../../shared/ui/use-page-title';

interface Registration {
  readonly personName: string;
  readonly invitation?: string;
  readonly username: string;
  readonly password: string;
}

/** An account for whoever wants to apply; then straight to the application. */
export function RegisterExpertPage() {
  const t = useT();
  const navigate = useNavigate();
  const [form] = Form.useForm<Registration>();
  usePageTitle(t('expert.registerTitle'));
  const { busy, error, act } = useAct(async () => {
    const typed = form.getFieldsValue();
    await api.POST('/api/experts', { body: typed });
    await signIn({ username: typed.username, password: typed.password });
    await navigate({ to: '/work/expert' });
  });
  return (
    <div className="page stack">
      <section className="card card__body">
        <h1>{t('expert.registerTitle')}</h1>
        <p className="muted measure">{t('expert.registerLead')}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onBlur"
          onFinish={act}
        >
          <FormField name="personName" label={t('expertField.name')} max={60} />
          <FormField
            name="invitation"
            label={t('register.invitation')}
            hint={t('expert.invitationHint')}
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
              {t('expert.register')}
            </Button>
            <Link to="/sign-in" search={{ to: '/work/expert' }}>
              {t('register.have')}
            </Link>
          </div>
        </Form>
      </section>
    </div>
  );
}
