import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { LinkButton } from '../../../shared/ui/link-button';
import { PUBLIC_NAVIGATION } from '../navigation';
import { Brand } from './brand';
import { ClockLine } from './clock-line';
import { ReadingControls } from './reading-controls';
import './shell.css';

/** The portal's head: who runs it, what time it is, where one can go. */
export function PublicHeader() {
  const t = useT();
  return (
    <header className="no-print">
      <div className="government">
        <div className="page government__line">
          <span className="grow">{t('shell.authority', { county: t('app.county') })}</span>
          <ClockLine />
          <ReadingControls />
        </div>
      </div>
      <div className="top">
        <div className="page top__line">
          <Brand />
          <nav className="top__nav" aria-label={t('shell.mainNavigation')}>
            <PublicLinks />
          </nav>
          <SignInButton />
          <PhoneMenu />
        </div>
      </div>
    </header>
  );
}

function PublicLinks({ onFollow }: { readonly onFollow?: () => void }) {
  const t = useT();
  return PUBLIC_NAVIGATION.map((item) => (
    <Link
      key={item.to}
      to={item.to}
      className="nav-link"
      activeOptions={{ exact: item.to === '/', includeSearch: false }}
      activeProps={{ className: 'nav-link--on', 'aria-current': 'page' }}
      onClick={onFollow}
    >
      {t(item.label)}
    </Link>
  ));
}

function SignInButton() {
  const t = useT();
  const session = useSession();
  return session === null ? (
    <LinkButton to="/sign-in" primary>
      {t('shell.signIn')}
    </LinkButton>
  ) : (
    <LinkButton to="/work" primary>
      {t('shell.workspace')}
    </LinkButton>
  );
}

function PhoneMenu() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="top__menu">
      <Button onClick={() => setOpen(true)} aria-expanded={open} icon={<Icon name="menu" />}>
        <span className="top__menu-word">{t('shell.menu')}</span>
      </Button>
      <Drawer open={open} onClose={close} placement="right" size={280} title={t('shell.menu')}>
        <nav className="drawer-nav" aria-label={t('shell.mainNavigation')}>
          <PublicLinks onFollow={close} />
        </nav>
        <div className="drawer-foot">
          <ReadingControls />
          <ClockLine />
        </div>
      </Drawer>
    </div>
  );
}
