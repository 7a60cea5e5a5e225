import { FileButton } from '../../../shared/files/file-button';
import { SendingNote } from '../../../shared/files/sending-note';
import { useSending } from '../../../shared/files/use-sending';
import { useT } from '../../../shared/i18n/i18n-context';

/** A file that was sent, with its name; the name is empty where only the file is known. */
export interface Proof {
  readonly fileId: string;
  readonly title: string;
}

/** One file a form asks for, sent as soon as it is chosen; another choice takes its place. */
export function ProofField({
  value,
  onChange,
}: {
  readonly value?: Proof;
  readonly onChange?: (proof: Proof) => void;
}) {
  const t = useT();
  const { percent, error, send } = useSending();
  return (
    <div className="row">
      <FileButton
        label={t('project.proof')}
        disabled={percent !== null}
        onChoose={(file) => void send(file, (fileId) => onChange?.({ fileId, title: file.name }))}
      />
      {value === undefined ? null : (
        <span className="small">{value.title === '' ? t('project.proofSent') : value.title}</span>
      )}
      <SendingNote percent={percent} error={error} />
    </div>
  );
}
