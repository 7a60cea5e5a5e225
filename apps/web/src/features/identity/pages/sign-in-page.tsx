import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { signInWith } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { DemoAccounts } from '../components/demo-accounts';
import '../components/identity.css';
import { SignInForm } from '../components/sign-in-form';
import { CertificateFiles } from '../certificate/certificate-files';
import { certificatesOffered, demonstration } from '../queries';

const route = getRouteApi('/public/sign-in');

/** Signing in, and on a demonstration server everybody one may be. */
export function SignInPage() {
  const t = useT();
  const router = useRouter();
  const { to } = route.useSearch();
  const { data } = useQuery(demonstration);
  const { data: offered } = useQuery(certificatesOffered);
  const [byCertificate, setByCertificate] = useState(false);
  usePageTitle(t('signIn.title'));
  const enter = () => router.history.push(to ?? '/work');
  return (
    <div className={data?.demo ? 'page sign-in' : 'page sign-in sign-in--alone'}>
      <section className="card card__body">
        <h1>{t('signIn.title')}</h1>
        <p className="small muted sign-in__lead">{t('signIn.lead')}</p>
        {byCertificate ? (
          <CertificateFiles
            verb={t('certificate.signIn')}
            onDevice={async (device) => {
              await signInWith(device);
              enter();
            }}
          />
        ) : (
          <SignInForm onDone={enter} />
        )}
        {offered?.isOn ? (
          <Button type="link" block onClick={() => setByCertificate(!byCertificate)}>
            {t(byCertificate ? 'certificate.withPassword' : 'certificate.signIn')}
          </Button>
        ) : null}
        <p className="small sign-in__register">
          <Link to="/register">{t('register.link')}</Link>
        </p>
      </section>
      <DemoAccounts onDone={enter} />
    </div>
  );
}
