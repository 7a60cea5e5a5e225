import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

/** Sums all reviews up into the report; the server says what is still missing. */
export function SumUp({ tenderId, ready }: { readonly tenderId: string; readonly ready: boolean }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <section className="card card__body stack" aria-label={t('evaluation.report')}>
      <p className="small muted">{t('evaluation.reportText')}</p>
      <div>
        <Button type="primary" size="large" disabled={!ready} onClick={() => setAsking(true)}>
          {t('evaluation.report')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('evaluation.reportTitle')}
        keepLabel={t('evaluation.reportKeep')}
        actLabel={t('evaluation.report')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/evaluations/{tenderId}/report', {
            params: { path: { tenderId } },
            body: {},
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('evaluation.reportText')}
      </ConfirmDialog>
    </section>
  );
}
