import { Button, Modal } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { ErrorNote } from './error-note';

interface ConfirmDialogProps {
  readonly open: boolean;
  /** The consequence, as a sentence: 发布后公告立即公开. */
  readonly title: string;
  /** Who is told, and how. */
  readonly children: ReactNode;
  /** Verb and object on both buttons; never 确定 and 取消. */
  readonly keepLabel: string;
  readonly actLabel: string;
  readonly onKeep: () => void;
  readonly onAct: () => Promise<unknown>;
}

/** Grade 2: reversible only by another announced act. Says the consequence and who is told. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, keepLabel, actLabel, onKeep } = props;
  const { busy, error, act } = useAct(props.onAct);
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onKeep}
      destroyOnHidden
      footer={[
        <Button key="keep" onClick={onKeep}>
          {keepLabel}
        </Button>,
        <Button key="act" type="primary" loading={busy} onClick={act}>
          {actLabel}
        </Button>,
      ]}
    >
      <div className="stack">
        <div>{children}</div>
        {error === null ? null : <ErrorNote error={error} />}
      </div>
    </Modal>
  );
}

/** Runs the act once at a time and keeps its failure for showing. */
export function useAct(onAct: () => Promise<unknown>): {
  readonly busy: boolean;
  readonly error: unknown;
  readonly act: () => void;
} {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await onAct();
    } catch (reason) {
      setError(reason);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, error, act: () => void run() };
}
