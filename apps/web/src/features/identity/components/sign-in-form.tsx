import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../shared/api/api-error';
import { signIn } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { TotpForm } from './totp-form';

interface Named {
  readonly username: string;
  readonly password: string;
}

interface SignInFormProps {
  /** The person who must come back, after a session has ended. */
  readonly username?: string;
  readonly onDone: () => void;
}

/** User name and password, then the code if the account asks for one. */
export function SignInForm({ username, onDone }: SignInFormProps) {
  const [wanted, setWanted] = useState<Named | null>(null);
  return wanted === null ? (
    <PasswordForm username={username ?? ''} onDone={onDone} onTotp={setWanted} />
  ) : (
    <TotpForm
      onBack={() => setWanted(null)}
      onCode={async (totp) => {
        await signIn({ ...wanted, totp });
        onDone();
      }}
    />
  );
}

function PasswordForm({
  username,
  onDone,
  onTotp,
}: {
  readonly username: string;
  readonly onDone: () => void;
  readonly onTotp: (named: Named) => void;
}) {
  const t = useT();
  const [form] = Form.useForm<Named>();
  const { busy, error, act } = useAct(async () => {
    const named = form.getFieldsValue();
    try {
      await signIn(named);
      onDone();
    } catch (reason) {
      if (!(reason instanceof ApiError) || reason.code !== 'identity.totp_required') throw reason;
      onTotp(named);
    }
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={{ username, password: '' }}
      onFinish={act}
    >
      <Form.Item
        name="username"
        label={t('signIn.username')}
        rules={[{ required: true, message: t('signIn.usernameMissing') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <div className="stack">
        {error === null ? null : <ErrorNote error={error} />}
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          {t('signIn.submit')}
        </Button>
      </div>
    </Form>
  );
}
