import { BID_ORDERS, evaluateBy, formulaOf } from '@core/evaluation';
import type { Hall } from '@core/opening';
import type { TenderDetail } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { amountOf } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { LinkButton } from '../../../shared/ui/link-button';
import { nameIn } from '../../../shared/ui/name-in';
import type { HallParts } from '../hall-context';
import { BidOrderList } from './bid-order-list';

type Drawn = Readonly<Record<string, string>>;

/** What the hall draws: coefficients, orders of the bids; what is drawn from, the draw, and the benchmark it gives. */
export function CoefficientsCard({ tender, live: { hall } }: HallParts) {
  const { t, locale } = useLanguage();
  const { coefficients } = hall;
  if (coefficients === null) return null;
  const { offered, bidOrders, drawId, drawn } = coefficients;
  const specs = formulaOf(tender.plan.formula ?? '')?.parameters ?? [];
  return (
    <Card title={t(bidOrders.length === 0 ? 'hall.coefficients' : 'hall.draws')}>
      <p className="small muted">{t('hall.coefficientsLead')}</p>
      <dl className="facts" aria-live="polite">
        {Object.entries(offered).map(([key, values]) => {
          const spec = specs.find((one) => one.key === key);
          return (
            <div key={key} className="stack">
              <dt>{spec === undefined ? key : nameIn(locale, spec)}</dt>
              <dd className="number">
                {drawn?.[key] ??
                  t('hall.coefficientWaiting', { values: values.join(t('list.comma')) })}
              </dd>
            </div>
          );
        })}
        {BID_ORDERS.filter((kind) => bidOrders.includes(kind)).map((kind) => (
          <div key={kind} className="stack">
            <dt>{t(`hall.bidOrder.${kind}`)}</dt>
            <dd>
              <BidOrderList hall={hall} order={coefficients.orders?.[kind] ?? null} />
              <p className="small muted">{t(`hall.bidOrderHint.${kind}`)}</p>
            </dd>
          </div>
        ))}
        {drawn === null
          ? null
          : hall.lots
              .filter(({ failed }) => !failed)
              .map(({ number }) => (
                <Benchmark key={number} tender={tender} hall={hall} lot={number} drawn={drawn} />
              ))}
      </dl>
      {drawn === null ? null : <p className="small muted">{t('hall.provisional')}</p>}
      {drawId === null ? null : (
        <div>
          <LinkButton to="/draws/$drawId" params={{ drawId }}>
            {t('hall.coefficientDraw')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

function Benchmark({
  tender,
  hall,
  lot,
  drawn,
}: {
  readonly tender: TenderDetail;
  readonly hall: Hall;
  readonly lot: number;
  readonly drawn: Drawn;
}) {
  const { t } = useLanguage();
  const label =
    hall.lots.length > 1
      ? `${t('simulator.benchmark')} · ${t('lot.number', { number: lot })}`
      : t('simulator.benchmark');
  return (
    <div className="stack">
      <dt>{label}</dt>
      <dd className="number">
        {benchmarkOf(tender, hall, lot, drawn) ?? t('hall.provisionalNone')}
      </dd>
    </div>
  );
}

/** The benchmark of the prices as they were read; null where the formula gives none. */
function benchmarkOf(tender: TenderDetail, hall: Hall, lot: number, drawn: Drawn): string | null {
  const formula = formulaOf(tender.plan.formula ?? '');
  const sampleOrder = hall.coefficients?.orders?.sample;
  const ceilingFen = tender.lots.find(({ number }) => number === lot)?.ceilingFen ?? null;
  const bids = hall.bids.flatMap(({ bidId, reading, lot: own }) => {
    const price = own === lot ? amountOf(reading?.priceFen ?? '') : null;
    return price === null ? [] : [{ bidId, price }];
  });
  if (formula === null) return null;
  const { parameters } = tender.plan;
  const outcome = evaluateBy(formula, {
    bids,
    ceiling: ceilingFen === null ? null : amountOf(ceilingFen),
    parameters: withoutPanel(parameters),
    drawn,
    ...(formula.sample && sampleOrder ? { sampleOrder } : {}),
  });
  return outcome.ok ? outcome.value.benchmarkYuan : null;
}

/** The parameters of the formula alone: how marks of a panel are looked at is none of them. */
function withoutPanel(parameters: Drawn): Drawn {
  return Object.fromEntries(Object.entries(parameters).filter(([key]) => key !== 'outlierPercent'));
}
