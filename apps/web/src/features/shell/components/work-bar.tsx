import { Button, Drawer, Popover } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '../../../shared/api/wire';
import { signOut } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { InboxBell } from '../../notification/inbox-bell';
import { ActingSwitch } from '../../identity/components/acting-switch';
import { ClockLine } from './clock-line';
import { ReadingControls } from './reading-controls';
import { WorkMenu } from './work-menu';
import './shell.css';

/** The top of a workspace: the time, the person, for whom he acts, and the way out. */
export function WorkBar({ session }: { readonly session: Session }) {
  return (
    <header className="work-bar no-print">
      <MenuDrawer session={session} />
      <span className="grow" />
      <ReadingControls />
      <ClockLine />
      <InboxBell />
      <PersonMenu session={session} />
    </header>
  );
}

function MenuDrawer({ session }: { readonly session: Session }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="work-bar__menu">
      <Button onClick={() => setOpen(true)} aria-expanded={open} icon={<Icon name="menu" />}>
        {t('shell.menu')}
      </Button>
      <Drawer open={open} onClose={close} placement="left" size={280} title={t('shell.menu')}>
        <WorkMenu session={session} onFollow={close} />
      </Drawer>
    </div>
  );
}

function PersonMenu({ session }: { readonly session: Session }) {
  const t = useT();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const leave = async () => {
    // Leave the workspace first: without a session it would ask to sign in again.
    await navigate({ to: '/' });
    await signOut().catch(() => undefined);
  };
  const { acting, person } = session;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className="acting-list">
          <ActingSwitch session={session} onDone={() => setOpen(false)} />
          <Button onClick={() => void leave()}>{t('shell.signOut')}</Button>
        </div>
      }
    >
      <button type="button" className="work-bar__person" aria-expanded={open}>
        <Icon name="person" />
        <b>{person.name}</b>
        {acting === null ? null : (
          <span className="muted">
            {t('shell.actAs', {
              organisation: acting.organisationName,
              role: t(`role.${acting.role}`),
            })}
          </span>
        )}
      </button>
    </Popover>
  );
}
