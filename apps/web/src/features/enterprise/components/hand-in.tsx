import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Enterprise } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import { missingWords } from '../missing-words';

/** What is still missing, all at once, and the button that hands the record in. */
export function HandIn({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  const refresh = useRefresh();
  const { missing, state } = enterprise;
  const what = missingWords(t, missing);
  if (state === 'suspended' || state === 'removed' || state === 'verified') return null;
  if (state === 'submitted') return <Note tone="info">{t('enterprise.waiting')}</Note>;
  return (
    <Card title={t('enterprise.submit')}>
      {missing.length > 0 ? (
        <Note tone="warn">{t('enterprise.missing', { what })}</Note>
      ) : (
        <Note tone="ok">{t('enterprise.complete')}</Note>
      )}
      <ActButton
        primary
        large
        disabled={missing.length > 0 && state === 'draft'}
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
