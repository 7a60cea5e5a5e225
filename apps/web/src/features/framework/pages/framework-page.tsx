import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Framework } from '../../../shared/api/wire';
import { usePermission } from '../../../shared/auth/session';
import { dateTime, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Money } from '../../../shared/ui/money';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { FactChip } from '../../../shared/ui/status-chip';
import { CallList } from '../components/call-list';
import { CollectorDesk } from '../components/collector-desk';
import { OrderList } from '../components/order-list';
import { PackageCard } from '../components/package-card';
import { TermsFacts } from '../components/terms-facts';
import { framework, frameworkCalls, frameworkOrders } from '../queries';

const route = getRouteApi('/public/frameworks/$frameworkId');

/** One framework: its terms, suppliers and prices, and everything that was bought; whoever may buy orders here. */
export function FrameworkPage() {
  const t = useT();
  const { frameworkId } = route.useParams();
  const query = useQuery(framework(frameworkId));
  return (
    <div className="page stack">
      <QueryView query={query} what={t('nav.frameworks')}>
        {(one) => <Shown framework={one} />}
      </QueryView>
    </div>
  );
}

function Shown({ framework: one }: { readonly framework: Framework }) {
  const t = useT();
  const buys = usePermission('framework.buy');
  return (
    <div className="stack">
      <PageHead title={one.title} lead={<span className="mono">{one.code}</span>}>
        <FactChip>{t(one.open ? 'framework.open' : 'framework.notOpen')}</FactChip>
      </PageHead>
      <TermsCard framework={one} />
      {one.packages.map((pack) => (
        <PackageCard key={pack.lot} framework={one} pack={pack} buys={buys && one.open} />
      ))}
      {one.own ? <CollectorDesk framework={one} /> : null}
      <TotalsCard framework={one} />
      <Bought frameworkId={one.id} unit={one.terms.unit} />
    </div>
  );
}

function TermsCard({ framework: one }: { readonly framework: Framework }) {
  const t = useT();
  return (
    <Card title={t('terms.framework')}>
      <TermsFacts framework={one} />
      <p>
        <Link to="/tenders/$tenderId" params={{ tenderId: one.id }}>
          {t('framework.tender')}
        </Link>
      </p>
    </Card>
  );
}

function TotalsCard({ framework: { totals, duties } }: { readonly framework: Framework }) {
  const t = useT();
  return (
    <Card title={t('framework.totals')}>
      <dl className="facts">
        <dt>{t('framework.orders')}</dt>
        <dd className="number">
          {totals.orders}（{t('framework.way.direct')} {totals.direct} ·{' '}
          {t('framework.way.rotation')} {totals.rotation} · {t('framework.way.competition')}{' '}
          {totals.competition}）
        </dd>
        <dt>{t('framework.amount')}</dt>
        <dd>
          <Money fen={totals.amountFen} />
        </dd>
        <dt>{t('framework.saved')}</dt>
        <dd>
          <Money fen={totals.savedFen} />
        </dd>
        <dt>{t('framework.topShare')}</dt>
        <dd className="number">{(totals.topShare / 10).toFixed(1)}%</dd>
      </dl>
      <h3>{t('framework.duties')}</h3>
      <ul className="finding-list">
        {duties.map((one) => (
          <li key={one.duty}>
            {t(`framework.duty.${one.duty}`)}{' '}
            <span className="small muted">
              {one.doneAt !== null
                ? t('framework.dutyDone', { at: dateTime(one.doneAt) })
                : one.until === null
                  ? ''
                  : t('framework.dutyUntil', { at: lastMoment(one.until) })}{' '}
              · {one.citation}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Bought({ frameworkId, unit }: { readonly frameworkId: string; readonly unit: string }) {
  const t = useT();
  const orders = useQuery(frameworkOrders(frameworkId));
  const calls = useQuery(frameworkCalls(frameworkId));
  return (
    <>
      <Card title={t('framework.orders')}>
        <QueryView query={orders} what={t('framework.orders')}>
          {(rows) => <OrderList orders={rows} unit={unit} />}
        </QueryView>
      </Card>
      <Card title={t('quote.title')}>
        <QueryView query={calls} what={t('quote.title')}>
          {(rows) => <CallList calls={rows} unit={unit} />}
        </QueryView>
      </Card>
    </>
  );
}
