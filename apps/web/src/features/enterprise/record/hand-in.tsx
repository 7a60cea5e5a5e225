import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Enterprise } from '../../../shared/api/wire';
import { lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import { missingWords } from '../missing-words';

/** What is still missing, all at once, the clocks of both sides, and the button that hands the record in. */
export function HandIn({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  const refresh = useRefresh();
  const { missing, review, versionInForce, answerBy, cureBy } = enterprise;
  if (enterprise.state === 'removed' || review === null) return null;
  if (review === 'submitted') {
    return (
      <Card title={t('enterprise.submit')}>
        <Note tone="info">{t('enterprise.waiting')}</Note>
        <Clock label={t('clock.answerBy')} at={answerBy} />
        <InForce version={versionInForce} />
      </Card>
    );
  }
  return (
    <Card title={t('enterprise.submit')}>
      {missing.length > 0 ? (
        <Note tone="warn">{t('enterprise.missing', { what: missingWords(t, missing) })}</Note>
      ) : (
        <Note tone="ok">{t('enterprise.complete')}</Note>
      )}
      <Clock label={t('clock.cureBy')} at={cureBy} />
      <InForce version={versionInForce} />
      <ActButton
        primary
        large
        disabled={missing.length > 0 && review === 'draft'}
        onAct={async () => {
          await api.POST('/api/enterprises/mine/submit');
          await refresh();
        }}
      >
        {t('enterprise.submit')}
      </ActButton>
    </Card>
  );
}

function Clock({ label, at }: { readonly label: string; readonly at: string | null }) {
  if (at === null) return null;
  return (
    <dl className="facts">
      <dt>{label}</dt>
      <dd className="number">{lastMoment(at)}</dd>
    </dl>
  );
}

function InForce({ version }: { readonly version: number | null }) {
  const t = useT();
  if (version === null) return null;
  return <p className="small muted">{t('enterprise.inForce', { version })}</p>;
}
