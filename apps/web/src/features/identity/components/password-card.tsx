import { Button, Form, Input } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';
import { useChangePassword } from '../queries';

const SHORTEST = 12;

interface Passwords {
  readonly current: string;
  readonly next: string;
}

/** Changing one's password. */
export function PasswordCard({ username }: { readonly username: string }) {
  const t = useT();
  const [form] = Form.useForm<Passwords>();
  const change = useChangePassword();
  const submit = (passwords: Passwords) =>
    change.mutate(passwords, { onSuccess: () => form.resetFields() });
  return (
    <section className="card">
      <header className="card__head">
        <h2>{t('account.password')}</h2>
      </header>
      <div className="card__body">
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onBlur"
          onFinish={submit}
        >
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={username}
            readOnly
            hidden
          />
          <Form.Item
            name="current"
            label={t('account.passwordCurrent')}
            rules={[{ required: true, message: t('signIn.passwordMissing') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={t('account.passwordNext')}
            extra={t('account.passwordHint')}
            dependencies={['current']}
            rules={[
              { required: true, min: SHORTEST, message: t('account.passwordShort') },
              ({ getFieldValue }) => ({
                validator: (_rule, value: unknown) =>
                  value !== undefined && value !== '' && value === getFieldValue('current')
                    ? Promise.reject(new Error(t('account.passwordSame')))
                    : Promise.resolve(),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <div className="stack">
            {change.isError ? <ErrorNote error={change.error} /> : null}
            {change.isSuccess ? <Note tone="ok">{t('account.passwordDone')}</Note> : null}
            <div>
              <Button htmlType="submit" loading={change.isPending}>
                {t('account.passwordSubmit')}
              </Button>
            </div>
          </div>
        </Form>
      </div>
    </section>
  );
}
