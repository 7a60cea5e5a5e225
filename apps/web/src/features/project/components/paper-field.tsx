import { Button } from 'antd';
import { useRef, useState } from 'react';
import { uploadFile } from '../../../shared/api/upload';
import type { StoredFile } from '../../../shared/api/wire';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Icon } from '../../../shared/ui/icon';

interface PaperFieldProps {
  readonly label: string;
  /** What is said once a file is there, with its name. */
  readonly done: (name: string) => string;
  readonly file: Pick<StoredFile, 'name'> | null;
  readonly onFile: (file: StoredFile) => void;
}

/** A paper that is uploaded at once when it is chosen, and said to be there. */
export function PaperField({ label, done, file, onFile }: PaperFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (chosen: File | undefined) => {
    if (input.current) input.current.value = '';
    if (chosen === undefined) return;
    setBusy(true);
    setError(null);
    try {
      const stored = await uploadFile({
        file: chosen,
        name: chosen.name,
        media: chosen.type || 'application/octet-stream',
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      onFile(stored);
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <div>
        <Button icon={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
          {label}
        </Button>
      </div>
      <p role="status" className="small">
        {file === null ? null : done(file.name)}
      </p>
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  );
}
