import { Button, Form, Input } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';

/** The second factor: six digits. */
export function TotpForm({
  onCode,
  onBack,
}: {
  readonly onCode: (code: string) => Promise<void>;
  readonly onBack: () => void;
}) {
  const t = useT();
  const [form] = Form.useForm<{ readonly code: string }>();
  const { busy, error, act } = useAct(() => onCode(form.getFieldsValue().code.replace(/\s/g, '')));
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={act}
    >
      <h2>{t('signIn.totpTitle')}</h2>
      <Form.Item
        name="code"
        label={t('signIn.totp')}
        extra={t('signIn.totpHint')}
        rules={[
          { required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/, message: t('signIn.totpMissing') },
        ]}
      >
        <Input autoFocus autoComplete="one-time-code" inputMode="numeric" size="large" />
      </Form.Item>
      <div className="stack">
        {error === null ? null : <ErrorNote error={error} />}
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          {t('signIn.totpSubmit')}
        </Button>
        <Button type="text" block onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </div>
    </Form>
  );
}
