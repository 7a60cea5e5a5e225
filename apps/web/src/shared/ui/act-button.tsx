import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from './confirm-dialog';
import { ErrorNote } from './error-note';

interface ActButtonProps {
  readonly onAct: () => Promise<unknown>;
  readonly children: ReactNode;
  readonly primary?: boolean;
  readonly danger?: boolean;
  readonly large?: boolean;
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly icon?: ReactNode;
  /** For readers, where the same words stand on several buttons. */
  readonly label?: string;
}

/** A command that is done once at a time; what the server refuses is told beneath it. */
export function ActButton({
  onAct,
  children,
  primary,
  danger,
  large,
  small,
  ...rest
}: ActButtonProps) {
  const { busy, error, act } = useAct(onAct);
  const { label, ...button } = rest;
  return (
    <>
      <Button
        {...button}
        {...(label === undefined ? {} : { 'aria-label': label })}
        type={primary === true ? 'primary' : 'default'}
        danger={danger === true}
        size={large === true ? 'large' : small === true ? 'small' : 'middle'}
        loading={busy}
        onClick={act}
      >
        {children}
      </Button>
      {error === null ? null : <ErrorNote error={error} />}
    </>
  );
}
