import { useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { ContactCard } from '../../notification/contact-card';
import { CertificateCard } from '../certificate/certificate-card';
import { ActingSwitch } from '../components/acting-switch';
import { DeviceList } from '../components/device-list';
import { PasswordCard } from '../components/password-card';
import { TotpCard } from '../components/totp-card';

/** Who I am here, for whom I may act, and how my account is kept. */
export function AccountPage() {
  const t = useT();
  const session = useSession();
  usePageTitle(t('account.title'));
  if (session === null) return null;
  const { acting, person } = session;
  return (
    <>
      <h1>{t('account.title')}</h1>
      <div className="account">
        <section className="card">
          <header className="card__head">
            <h2>{t('account.person')}</h2>
          </header>
          <div className="card__body stack">
            <dl className="facts">
              <dt>{t('account.name')}</dt>
              <dd>{person.name}</dd>
              <dt>{t('signIn.username')}</dt>
              <dd className="mono">{person.username}</dd>
              <dt>{t('account.acting')}</dt>
              <dd>
                {acting === null
                  ? t('account.actingNone')
                  : t('shell.actAs', {
                      organisation: acting.organisationName,
                      role: t(`role.${acting.role}`),
                    })}
              </dd>
            </dl>
            {session.memberships.length === 0 ? null : (
              <div>
                <h3>{t('account.memberships')}</h3>
                <ActingSwitch session={session} />
              </div>
            )}
          </div>
        </section>
        <div className="stack">
          <PasswordCard username={person.username} />
          <TotpCard />
          <CertificateCard />
          <ContactCard />
        </div>
        <DeviceList />
      </div>
    </>
  );
}
