import { useT } from '../i18n/i18n-context';
import { ErrorNote } from '../ui/error-note';

/** How far a file has got, or why it did not arrive. */
export function SendingNote({
  percent,
  error,
}: {
  readonly percent: number | null;
  readonly error: unknown;
}) {
  const t = useT();
  return (
    <>
      {percent === null ? null : (
        <span role="status" className="small muted">
          {t('attachment.sending', { percent })}
        </span>
      )}
      {error === null ? null : <ErrorNote error={error} />}
    </>
  );
}
