import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Lottery, TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { legalMillis, useServerClock } from '../../../shared/live/server-clock';
import { QueryView } from '../../../shared/ui/query-view';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { StageHead } from '../../shell/components/stage-head';
import { tender as tenderQuery } from '../../tender/queries';
import { LotteryStage } from '../components/lottery-stage';
import { lotteryFacts } from '../lottery-scene';
import { lottery as lotteryQuery } from '../queries';
import './lottery-screen.css';

const route = getRouteApi('/stage/lotteries/$tenderId');

/** The lottery on the big screen. */
export function LotteryScreen() {
  const t = useT();
  const { tenderId } = route.useParams();
  const tender = useQuery(tenderQuery(tenderId));
  const lottery = useQuery(lotteryQuery(tenderId));
  return (
    <QueryView query={tender} what={t('lottery.what')}>
      {(found) => (
        <QueryView query={lottery} what={t('lottery.what')}>
          {(drawn) => <Screen tender={found} lottery={drawn} />}
        </QueryView>
      )}
    </QueryView>
  );
}

function Screen({ tender, lottery }: { readonly tender: TenderDetail; readonly lottery: Lottery }) {
  const t = useT();
  const { now } = useServerClock();
  const facts = lotteryFacts(lottery);
  usePageTitle(`${tender.title} · ${t('lottery.title')}`);
  return (
    <>
      <StageHead
        title={tender.title}
        lead={`${t('lottery.title')} · ${t('lottery.lead', { count: lottery.firms?.length ?? 0 })}`}
      />
      {facts.timeline === null || now === null ? (
        <p className="stage__body lottery__waiting">
          {lottery.state === 'failed' ? t('lottery.failed') : t('lottery.gathering')}
        </p>
      ) : (
        <LotteryStage
          lottery={lottery}
          timeline={facts.timeline}
          order={facts.order}
          seed={facts.seed}
          nowOf={() => legalMillis() ?? now}
        />
      )}
    </>
  );
}
