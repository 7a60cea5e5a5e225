import { Form, Input } from 'antd';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import { useT } from '../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { FormField } from '../../shared/ui/form-field';

interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Makes an account with a first password. */
export function RegisterDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<NewAccount>();
  return (
    <ConfirmDialog
      open={open}
      title={t('people.register')}
      keepLabel={t('people.keep')}
      actLabel={t('people.register')}
      onKeep={onClose}
      onAct={async () => {
        const body = await form.validateFields();
        await api.POST('/api/admin/people', { body });
        await refresh();
        onClose();
      }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        autoComplete="off"
      >
        <FormField name="username" label={t('signIn.username')} hint={t('people.usernameHint')}>
          <Input maxLength={60} autoCapitalize="none" autoComplete="off" />
        </FormField>
        <FormField name="name" label={t('account.name')} max={60} />
        <FormField
          name="password"
          label={t('people.firstPassword')}
          hint={t('people.firstPasswordHint')}
        >
          <Input.Password autoComplete="new-password" />
        </FormField>
      </Form>
    </ConfirmDialog>
  );
}
