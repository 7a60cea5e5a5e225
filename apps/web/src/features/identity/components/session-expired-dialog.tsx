import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { dismissSession, useSessionState } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { SignInForm } from './sign-in-form';

/** The session ended while somebody worked: sign in over the page, so that nothing typed is lost. */
export function SessionExpiredDialog() {
  const t = useT();
  const navigate = useNavigate();
  const state = useSessionState();
  if (state.status !== 'expired') return null;
  const leave = async () => {
    await navigate({ to: '/' });
    dismissSession();
  };
  return (
    <Modal
      open
      title={t('expired.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
    >
      <div className="stack">
        <p>{t('expired.text')}</p>
        <SignInForm username={state.session.person.username} onDone={() => undefined} />
        <Button type="text" onClick={() => void leave()}>
          {t('expired.leave')}
        </Button>
      </div>
    </Modal>
  );
}
