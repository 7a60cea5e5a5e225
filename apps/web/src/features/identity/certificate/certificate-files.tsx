import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Icon } from '../../../shared/ui/icon';
import { fileDevice, type SigningDevice } from './signing-device';

/** Chooses certificate and key, and does one thing with them. The key never leaves the computer. */
export function CertificateFiles({
  verb,
  onDevice,
}: {
  readonly verb: string;
  readonly onDevice: (device: SigningDevice) => Promise<unknown>;
}) {
  const t = useT();
  const [chain, setChain] = useState<File | null>(null);
  const [key, setKey] = useState<File | null>(null);
  const { busy, error, act } = useAct(async () => {
    if (chain !== null && key !== null) await onDevice(fileDevice(chain, key));
  });
  return (
    <div className="stack">
      <FileLine label={t('certificate.chain')} file={chain} onFile={setChain} />
      <FileLine label={t('certificate.key')} file={key} onFile={setKey} />
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button
          type="primary"
          disabled={chain === null || key === null}
          loading={busy}
          onClick={act}
        >
          {verb}
        </Button>
      </div>
    </div>
  );
}

function FileLine({
  label,
  file,
  onFile,
}: {
  readonly label: string;
  readonly file: File | null;
  readonly onFile: (file: File) => void;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <p className="small">{label}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
        }}
      />
      <Button
        icon={<Icon name="document" />}
        aria-label={`${t('certificate.choose')}: ${label}`}
        onClick={() => input.current?.click()}
      >
        {file?.name ?? t('certificate.choose')}
      </Button>
    </div>
  );
}
