import { useState, type ReactNode } from 'react';
import { hourMinuteSecond } from '../i18n/dates';
import { useLanguage } from '../i18n/i18n-context';
import { CiteChip } from './cite-chip';
import { copyText } from './copy-text';
import { viewOfError } from './error-view';
import { Note } from './note';
import './error-note.css';

interface ErrorNoteProps {
  readonly error: unknown;
  /** What pressing 再试一次 does; without it the sentence alone says what to do. */
  readonly onRetry?: () => void;
  /** Other ways forward, such as the earliest lawful alternative. */
  readonly children?: ReactNode;
}

/** What happened, what is safe, what to do, and the code to quote. A refusal by law is told as one. */
export function ErrorNote({ error, onRetry, children }: ErrorNoteProps) {
  const { t, locale } = useLanguage();
  const [copied, setCopied] = useState(false);
  const view = viewOfError(error, locale);
  const reference = [view.code, view.at === null ? null : hourMinuteSecond(view.at), view.traceId]
    .filter((part) => part !== null)
    .join(' · ');
  const copy = async () => setCopied(await copyText(reference));
  return (
    <div role="alert">
      <Note tone={view.law === null ? 'bad' : 'refusal'}>
        <p className="error-note__happened">{view.happened}</p>
        {view.safe === undefined ? null : <p>{view.safe}</p>}
        <p>{view.cure}</p>
        {view.law === null ? null : <CiteChip citation={view.law} refuses />}
        {view.byPlatform ? <p className="small">{t('error.platformRule')}</p> : null}
        {onRetry === undefined && children === undefined ? null : (
          <div className="row error-note__ways">
            {onRetry === undefined ? null : (
              <button type="button" className="link-button" onClick={onRetry}>
                {t('common.retry')}
              </button>
            )}
            {children}
          </div>
        )}
        <p className="tiny muted error-note__reference">
          <span className="number">{t('error.reference', { reference })}</span>
          <button type="button" className="link-button" onClick={() => void copy()}>
            {copied ? t('fingerprint.copied') : t('common.copy')}
          </button>
        </p>
      </Note>
    </div>
  );
}
