import { Button, Form, Input } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';
import { QrCode } from '../../../shared/ui/qr-code';
import { useConfirmTotp, useStartTotp } from '../queries';
import './identity.css';

/** Setting up the code at sign-in: scan, prove it with a first code, done. */
export function TotpCard() {
  const t = useT();
  const start = useStartTotp();
  const confirm = useConfirmTotp();
  return (
    <section className="card">
      <header className="card__head">
        <h2>{t('account.totp')}</h2>
      </header>
      <div className="card__body stack">
        <p className="small muted">{t('account.totpLead')}</p>
        {start.isError ? <ErrorNote error={start.error} /> : null}
        {confirm.isError ? <ErrorNote error={confirm.error} /> : null}
        {confirm.isSuccess ? <Note tone="ok">{t('account.totpDone')}</Note> : null}
        {start.data === undefined || confirm.isSuccess ? (
          <div>
            <Button loading={start.isPending} onClick={() => start.mutate()}>
              {t('account.totpStart')}
            </Button>
          </div>
        ) : (
          <TotpSetUp
            secret={start.data.secret}
            uri={start.data.uri}
            busy={confirm.isPending}
            onCode={confirm.mutate}
          />
        )}
      </div>
    </section>
  );
}

function TotpSetUp({
  secret,
  uri,
  busy,
  onCode,
}: {
  readonly secret: string;
  readonly uri: string;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}) {
  const t = useT();
  return (
    <div className="totp-setup">
      <div>
        <p>{t('account.totpScan')}</p>
        <QrCode text={uri} label={t('account.totpScan')} size={168} />
      </div>
      <Form
        className="grow"
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        onFinish={({ code }: { readonly code: string }) => onCode(code.replace(/\s/g, ''))}
      >
        <p className="small totp-setup__secret">
          {t('account.totpSecret')}
          <span className="mono">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
        </p>
        <Form.Item
          name="code"
          label={t('account.totpCode')}
          rules={[
            { required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/, message: t('signIn.totpMissing') },
          ]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('account.totpConfirm')}
        </Button>
      </Form>
    </div>
  );
}
