import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { CallList } from '../components/call-list';
import { OrderActs } from '../components/order-acts';
import { OrderList } from '../components/order-list';
import { QuoteDesk } from '../components/quote-desk';
import { ownCalls, ownOrders } from '../queries';

/** What one bought or was asked for under framework agreements, and what has to be done about it. */
export function OrdersPage() {
  const t = useT();
  const orders = useQuery(ownOrders);
  const calls = useQuery(ownCalls);
  return (
    <>
      <PageHead title={t('order.mine')} lead={t('order.mineLead')} />
      <div className="stack">
        <p>
          <Link to="/frameworks">{t('nav.frameworks')}</Link>
        </p>
        <Card title={t('framework.orders')}>
          <QueryView query={orders} what={t('framework.orders')}>
            {(rows) => <OrderList orders={rows} acts={(order) => <OrderActs order={order} />} />}
          </QueryView>
        </Card>
        <Card title={t('quote.title')}>
          <QueryView query={calls} what={t('quote.title')}>
            {(rows) => <CallList calls={rows} acts={(call) => <QuoteDesk call={call} />} />}
          </QueryView>
        </Card>
      </div>
    </>
  );
}
