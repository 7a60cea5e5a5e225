import { Button } from 'antd';
import { useState } from 'react';
import type { Framework, FrameworkPackage, FrameworkSupplier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip } from '../../../shared/ui/status-chip';
import { AgreementButton } from './agreement-button';
import { CallForm } from './call-form';
import { OrderForm } from './order-form';
import { UnitPrice } from './price';
import { SupplierDesk } from './supplier-desk';

type Asked =
  | { readonly kind: 'order'; readonly supplier: FrameworkSupplier | null }
  | { readonly kind: 'call' };

/** The suppliers of a package with their prices, and the ways of ordering from them. */
export function PackageCard({
  framework,
  pack,
  buys,
}: {
  readonly framework: Framework;
  readonly pack: FrameworkPackage;
  readonly buys: boolean;
}) {
  const t = useT();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { terms } = framework;
  const { unit, callOff } = terms;
  const next = pack.suppliers.find(({ id }) => id === pack.nextSupplierId);
  const own = pack.suppliers.find((one) => one.own);
  return (
    <Card title={t('framework.package', { lot: pack.lot, title: pack.title })}>
      {pack.ceilingFen === null ? null : (
        <p>
          {t('framework.ceiling')} <UnitPrice fen={pack.ceilingFen} unit={unit} />
        </p>
      )}
      {pack.supplementDue ? <Note tone="warn">{t('framework.supplement')}</Note> : null}
      <RecordList
        caption={t('framework.package', { lot: pack.lot, title: pack.title })}
        rows={pack.suppliers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'rank',
            title: t('framework.rank'),
            cell: ({ rank }) => <span className="number">{rank}</span>,
          },
          {
            key: 'name',
            title: t('framework.supplier'),
            place: 'title',
            cell: ({ name }) => name,
          },
          {
            key: 'product',
            title: t('framework.product'),
            cell: ({ product }) =>
              product === null
                ? '—'
                : [product.name, product.brand, product.model].join(' ').trim(),
          },
          {
            key: 'price',
            title: t('framework.price'),
            place: 'main',
            align: 'end',
            cell: ({ priceFen }) => <UnitPrice fen={priceFen} unit={unit} />,
          },
          {
            key: 'bought',
            title: t('framework.bought'),
            align: 'end',
            cell: ({ orders, stars }) => (
              <>
                {t('framework.boughtOf', { orders })}
                {stars === null ? null : ` · ${t('order.starsOf', { stars })}`}
              </>
            ),
          },
          {
            key: 'state',
            title: t('framework.state'),
            place: 'chips',
            cell: (one) => <FactChip>{t(`framework.supplierState.${one.state}`)}</FactChip>,
          },
          {
            key: 'acts',
            title: t('order.title'),
            cell: (one) => (
              <span className="row">
                {one.state === 'signed' && buys && callOff.includes('direct') ? (
                  <Button
                    size="small"
                    aria-label={t('order.chooseOf', { name: one.name })}
                    onClick={() => setAsked({ kind: 'order', supplier: one })}
                  >
                    {t('order.choose')}
                  </Button>
                ) : null}
                <AgreementButton framework={framework} supplier={one} />
              </span>
            ),
          },
        ]}
      />
      <Removed suppliers={pack.suppliers} />
      {next ? (
        <p>
          {t('framework.next')}：<b>{next.name}</b>{' '}
          <span className="small muted">
            {t('framework.turns')} {pack.turns.length}
          </span>
        </p>
      ) : null}
      {buys ? (
        <OtherWays framework={framework} hasTurn={next !== undefined} onAsk={setAsked} />
      ) : null}
      {asked?.kind === 'order' ? (
        <OrderForm
          key={asked.supplier?.id ?? 'turn'}
          frameworkId={framework.id}
          lot={pack.lot}
          unit={unit}
          supplier={asked.supplier}
          onDone={() => setAsked(null)}
        />
      ) : null}
      {asked?.kind === 'call' ? (
        <CallForm
          frameworkId={framework.id}
          lot={pack.lot}
          unit={unit}
          onDone={() => setAsked(null)}
        />
      ) : null}
      {own ? <SupplierDesk supplier={own} unit={unit} /> : null}
    </Card>
  );
}

/** The ways in which nobody chooses the supplier. */
function OtherWays({
  framework: { terms },
  hasTurn,
  onAsk,
}: {
  readonly framework: Framework;
  readonly hasTurn: boolean;
  readonly onAsk: (asked: Asked) => void;
}) {
  const t = useT();
  return (
    <div className="row">
      {hasTurn ? (
        <Button onClick={() => onAsk({ kind: 'order', supplier: null })}>
          {t('order.byTurn')}
        </Button>
      ) : null}
      {terms.callOff.includes('competition') ? (
        <Button onClick={() => onAsk({ kind: 'call' })}>{t('quote.call')}</Button>
      ) : null}
    </div>
  );
}

function Removed({ suppliers }: { readonly suppliers: readonly FrameworkSupplier[] }) {
  const t = useT();
  const gone = suppliers.filter(({ state }) => state === 'removed');
  if (gone.length === 0) return null;
  return (
    <ul className="finding-list">
      {gone.map(({ id, name, removalGround, removalEvidence }) => (
        <li key={id} className="small">
          <b>{name}</b>{' '}
          {t('framework.removedFor', {
            ground: removalGround === null ? '' : t(`framework.ground.${removalGround}`),
            evidence: removalEvidence ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}
