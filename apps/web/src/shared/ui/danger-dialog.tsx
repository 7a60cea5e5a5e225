import { Button, Input, Modal } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useT } from '../i18n/i18n-context';
import type { Citation } from './citation';
import { CiteChip } from './cite-chip';
import { useAct } from './confirm-dialog';
import { ErrorNote } from './error-note';
import './danger-dialog.css';

interface DangerDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The loss, in one sentence. */
  readonly loss: ReactNode;
  readonly law?: Citation;
  /** The time left to repair it. */
  readonly timeLeft?: ReactNode;
  /** Who must also agree, for dual-control acts. */
  readonly alsoAgrees?: string;
  /** What must be typed: the last four of the receipt, or the project code. */
  readonly token: { readonly label: string; readonly expected: string; readonly hint: string };
  readonly keepLabel: string;
  readonly actLabel: string;
  readonly onKeep: () => void;
  readonly onAct: () => Promise<unknown>;
}

/** Grade 3: irreversible, or against somebody. Focus stands on the safe button; the act wants a typed token. */
export function DangerDialog(props: DangerDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Modal
      open={props.open}
      title={props.title}
      onCancel={props.onKeep}
      afterOpenChange={(open) => {
        if (open) safe.current?.focus();
      }}
      className="danger-dialog"
      destroyOnHidden
      footer={null}
    >
      <DangerForm {...props} safe={safe} />
    </Modal>
  );
}

function DangerForm({
  loss,
  law,
  timeLeft,
  alsoAgrees,
  token,
  keepLabel,
  actLabel,
  onKeep,
  onAct,
  safe,
}: DangerDialogProps & { readonly safe: React.RefObject<HTMLButtonElement | null> }) {
  const t = useT();
  const field = useId();
  const [typed, setTyped] = useState('');
  const { busy, error, act } = useAct(onAct);
  const matches = typed.trim().toUpperCase() === token.expected.toUpperCase();
  return (
    <div className="stack">
      <p>{loss}</p>
      {law === undefined && timeLeft === undefined ? null : (
        <div className="row">
          {law === undefined ? null : <CiteChip citation={law} />}
          {timeLeft}
        </div>
      )}
      {alsoAgrees === undefined ? null : <p>{t('danger.alsoAgrees', { who: alsoAgrees })}</p>}
      <div>
        <label htmlFor={field} className="danger-dialog__label">
          {token.label}
        </label>
        <Input
          id={field}
          value={typed}
          autoComplete="off"
          aria-describedby={`${field}-hint`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${field}-hint`} className="small muted">
          {token.hint}
        </p>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row row--end">
        {matches ? null : <span className="small muted">{t('danger.typeFirst')}</span>}
        <Button ref={safe} onClick={onKeep}>
          {keepLabel}
        </Button>
        <Button type="primary" danger disabled={!matches} loading={busy} onClick={act}>
          {actLabel}
        </Button>
      </div>
    </div>
  );
}
