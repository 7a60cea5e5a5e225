import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { LinkButton } from '../../../shared/ui/link-button';
import { lottery } from '../../draw/queries';

/** After the deadline: the tenderer watches the lottery, and publishes its order when it is drawn. */
export function LotteryResultCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(lottery(tender.id));
  const isDrawn = data?.state === 'drawn';
  return (
    <Card title={t('lottery.title')}>
      <p>{t(isDrawn ? 'lottery.drawnText' : 'lottery.drawingText')}</p>
      <div className="row">
        {isDrawn ? (
          <Button type="primary" size="large" onClick={() => setAsking(true)}>
            {t('lottery.publish')}
          </Button>
        ) : null}
        <LinkButton to="/stage/lotteries/$tenderId" params={{ tenderId: tender.id }}>
          {t('lottery.watch')}
        </LinkButton>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('lottery.publishTitle')}
        keepLabel={t('draft.keep')}
        actLabel={t('lottery.publish')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/tenders/{id}/lottery-result', {
            params: { path: { id: tender.id } },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('lottery.publishText')}
      </ConfirmDialog>
    </Card>
  );
}
