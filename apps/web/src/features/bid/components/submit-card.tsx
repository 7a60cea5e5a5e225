import { useEffect } from 'react';
import type { TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { useSubmission } from '../use-submission';
import { BidForm } from './bid-form';
import { KeyCard } from './key-card';
import { SubmissionSteps } from './submission-steps';

/** The three words, and only these: 未递交, 上传中; 已递交 is the receipt's. */
export function SubmitCard({
  tender,
  lot,
  replacing,
}: {
  readonly tender: TenderDetail;
  readonly lot: number;
  /** A submitted bid stays valid until this one is. */
  readonly replacing: boolean;
}) {
  const t = useT();
  const { state, seal, submit, stop } = useSubmission(tender.id, lot);
  const uploading = state.kind === 'uploading';
  useStayHere(state.kind !== 'form');
  return (
    <section
      className={`card card__body stack bid-state ${uploading ? 'bid-state--now' : ''}`}
      aria-label={t('bid.title')}
    >
      <div>
        <p className={`bid-state__word ${uploading ? '' : 'bid-state__word--not'}`} role="status">
          <Icon name={uploading ? 'upload' : 'close'} />
          {uploading ? t('bid.uploading') : t('bid.notSubmitted')}
        </p>
        <p>
          {uploading
            ? t('bid.uploadingText')
            : replacing
              ? t('bid.replacingText')
              : t('bid.notSubmittedText')}
        </p>
      </div>
      {state.kind === 'form' ? (
        <BidForm tender={tender} lot={lot} error={state.error} onSeal={seal} />
      ) : (
        <SubmissionSteps state={state} onStop={stop} />
      )}
      {state.kind === 'key' ? (
        <KeyCard keyed={state} error={state.error} onSubmit={() => void submit(state)} />
      ) : null}
    </section>
  );
}

/** Asks before the page is left while something would be lost. */
function useStayHere(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
}
