import { useState } from 'react';
import { uploadFile } from '../api/upload';

/** A file that is on its way, or has arrived. */
interface Sending {
  /** Percent that has arrived; null: nothing is on its way. */
  readonly percent: number | null;
  readonly error: unknown;
  /** Sends a file and hands its id on; a failure is kept in `error`. */
  readonly send: (file: File, done: (fileId: string) => void) => Promise<void>;
}

/** Sends a file as soon as it is chosen, with its progress. */
export function useSending(): Sending {
  const [percent, setPercent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  return {
    percent,
    error,
    send: async (file, done) => {
      setError(null);
      setPercent(0);
      try {
        const stored = await uploadFile({
          file,
          name: file.name,
          media: file.type === '' ? 'application/octet-stream' : file.type,
          onProgress: ({ sent, total }) =>
            setPercent(Math.round((100 * sent) / Math.max(1, total))),
        });
        done(stored.id);
      } catch (reason) {
        setError(reason);
      } finally {
        setPercent(null);
      }
    },
  };
}
