import { Injectable } from '@nestjs/common';
import { frameworkDuties, nextTurn, runsOutAt, supplementDue } from '@core/framework';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { isTendererOf } from '@core/tender';
import { Calendars } from '@server/calendar';
import {
  FrameworkOrders,
  Frameworks,
  isOpen,
  Quotes,
  type Framework,
  type FrameworkOrder,
  type FrameworkSupplier,
  type OrderTotals,
  type QuoteCall,
} from '@server/framework';
import { Arrival, RuleSets } from '@server/platform';
import { Lots, Tenders, type LotRecord, type TenderRow } from '@server/tender';
import {
  FrameworkDutyView,
  FrameworkOrderView,
  FrameworkSupplierView,
  FrameworkTermsView,
  FrameworkTurnView,
  QuoteCallView,
  QuoteView,
  type FrameworkPackageView,
  type FrameworkRowView,
  type FrameworkTotalsView,
  type FrameworkView,
} from './framework.view';

const MOST = 200;

/** Puts frameworks and what is bought under them together for their readers. */
@Injectable()
export class ReadFramework {
  constructor(
    private readonly frameworks: Frameworks,
    private readonly orders: FrameworkOrders,
    private readonly quotes: Quotes,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly calendars: Calendars,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  /** Frameworks that have suppliers, the latest first. */
  async list(): Promise<FrameworkRowView[]> {
    const now = this.arrival.at();
    const all = await this.frameworks.admitted(MOST);
    const tenders = new Map(
      (await this.tenders.byIds(all.map(({ id }) => id))).map((one) => [one.id, one]),
    );
    const rows: FrameworkRowView[] = [];
    for (const framework of all) {
      const tender = tenders.get(framework.id);
      if (!tender) continue;
      const suppliers = await this.frameworks.suppliers(framework.id);
      rows.push(rowOf(framework, tender, suppliers, now));
    }
    return rows;
  }

  /** One framework, as this reader sees it. */
  async one(id: string, reader: Actor | null): Promise<FrameworkView> {
    const framework = await this.frameworks.get(id);
    const tender = await this.tenders.published(id);
    const now = this.arrival.at();
    const law = this.ruleSets.under(tender, now);
    const suppliers = await this.frameworks.suppliers(id);
    const lots = await this.lots.ofTender(id);
    const totals = await this.orders.totals(id);
    const turns = await this.orders.turns(id);
    const stars = starsOf(await this.orders.ofFramework(id, 2_000));
    const { terms, startsOn, endsOn, filedAt, filedWith, summarisedAt } = framework;
    const packages = lots.map((lot): FrameworkPackageView => {
      const own = suppliers.filter((one) => one.lot === lot.number);
      const bound = own.filter(({ state }) => state === 'signed').map((one) => one.id);
      const taken = turns.filter((one) => one.lot === lot.number);
      const left = own.filter(({ state }) => state !== 'removed').length;
      return {
        lot: lot.number,
        title: lot.title,
        ceilingFen: lot.ceiling === null ? null : String(lot.ceiling),
        suppliers: own.map((one) =>
          FrameworkSupplierView.of(one, {
            ...boughtOf(one.id, totals),
            stars: stars.get(one.id) ?? null,
            own: reader?.role === 'bidder' && reader.organisationId === one.enterpriseId,
          }),
        ),
        nextSupplierId: terms.callOff.includes('rotation')
          ? (nextTurn(bound, taken)?.supplierId ?? null)
          : null,
        turns: taken.map(FrameworkTurnView.of),
        supplementDue: supplementDue(own.length, left, law),
      };
    });
    const moments = suppliers.map(concludedAt).filter((at) => at !== null);
    const waits = suppliers.some(({ state }) => state === 'admitted');
    const firstSignedAt = moments.length === 0 ? null : Math.min(...moments);
    const ended =
      startsOn !== null && endsOn !== null ? runsOutAt({ from: startsOn, to: endsOn }) : null;
    const duties = frameworkDuties(
      {
        admittedAt: suppliers[0]?.admittedAt ?? null,
        firstSignedAt,
        signedAt: waits || moments.length === 0 ? null : Math.max(...moments),
        // The signature that concludes an agreement tells every buyer.
        informedAt: firstSignedAt,
        filedAt,
        endedAt: ended !== null && now >= ended ? ended : null,
        summarisedAt,
      },
      law,
      await this.calendars.current(),
    );
    return {
      ...rowOf(framework, tender, suppliers, now),
      terms: FrameworkTermsView.of(terms),
      packages,
      totals: totalsOf(totals, lots),
      duties: duties.map(FrameworkDutyView.of),
      filedWith,
      own: reader !== null && isTendererOf(reader, tender),
    };
  }

  /** The latest orders of a framework; where they go is between their parties. */
  async ordersOf(id: string, reader: Actor | null): Promise<FrameworkOrderView[]> {
    await this.tenders.published(id);
    return this.orderViews(await this.orders.ofFramework(id, MOST), reader);
  }

  /** The reader's own orders: as a buyer, or as a supplier. */
  async ownOrders(reader: Actor): Promise<FrameworkOrderView[]> {
    const rows =
      reader.role === 'bidder'
        ? await this.orders.ofSuppliers(await this.ownSupplierIds(reader), MOST)
        : await this.orders.ofBuyer(reader.organisationId, MOST);
    return this.orderViews(rows, reader);
  }

  /** One order, for its reader. */
  async order(row: FrameworkOrder, reader: Actor | null): Promise<FrameworkOrderView> {
    const [view] = await this.orderViews([row], reader);
    if (!view) throw new Error('an order without a view');
    return view;
  }

  /** The latest competitions of a framework. */
  async callsOf(id: string, reader: Actor | null): Promise<QuoteCallView[]> {
    await this.tenders.published(id);
    return this.callViews(await this.quotes.inFrameworks([id], MOST), reader);
  }

  /** The reader's own competitions: those he called, or those he is asked in. */
  async ownCalls(reader: Actor): Promise<QuoteCallView[]> {
    if (reader.role !== 'bidder') {
      return this.callViews(await this.quotes.ofBuyer(reader.organisationId, MOST), reader);
    }
    const own = await this.frameworks.ofEnterprise(reader.organisationId);
    const calls = await this.quotes.inFrameworks(
      [...new Set(own.map((one) => one.frameworkId))],
      MOST,
    );
    const views = await this.callViews(calls, reader);
    return views.filter(({ ownSupplierId }) => ownSupplierId !== null);
  }

  /** A competition, for its reader. */
  async call(row: QuoteCall, reader: Actor | null): Promise<QuoteCallView> {
    const [view] = await this.callViews([row], reader);
    if (!view) throw new Error('a competition without a view');
    return view;
  }

  private async ownSupplierIds({ organisationId }: Actor): Promise<string[]> {
    return (await this.frameworks.ofEnterprise(organisationId)).map(({ id }) => id);
  }

  private async orderViews(
    rows: readonly FrameworkOrder[],
    reader: Actor | null,
  ): Promise<FrameworkOrderView[]> {
    const suppliers = await this.suppliersOf(rows);
    return rows.map((row) => {
      const supplier = suppliers.get(row.supplierId);
      const isBuyer = reader?.organisationId === row.buyerId;
      const isSupplier = supplier?.enterpriseId === reader?.organisationId;
      return FrameworkOrderView.of(row, supplier, reader !== null && (isBuyer || isSupplier));
    });
  }

  private async callViews(
    calls: readonly QuoteCall[],
    reader: Actor | null,
  ): Promise<QuoteCallView[]> {
    const now = this.arrival.at();
    const suppliers = await this.suppliersOf(calls);
    const views: QuoteCallView[] = [];
    for (const call of calls) {
      const own =
        reader?.role === 'bidder'
          ? [...suppliers.values()].find(
              (one) =>
                one.frameworkId === call.frameworkId &&
                one.lot === call.lot &&
                one.state === 'signed' &&
                one.enterpriseId === reader.organisationId,
            )
          : undefined;
      const all = await this.quotes.ofCall(call.id);
      const shown = now >= call.deadline ? all : all.filter((one) => one.supplierId === own?.id);
      const isBuyer = reader?.organisationId === call.buyerId;
      views.push(
        QuoteCallView.of(call, {
          own,
          isParty: isBuyer || own !== undefined,
          quotes: shown.map((one) => {
            // Nobody decides to open by what the others asked: prices are told when the last is open.
            const isTold = call.state !== 'open' || one.supplierId === own?.id;
            const told = isTold ? one : { ...one, unitPrice: null, nonce: null };
            return QuoteView.of(told, suppliers.get(one.supplierId)?.name ?? '');
          }),
        }),
      );
    }
    return views;
  }

  private async suppliersOf(
    rows: readonly { readonly frameworkId: string }[],
  ): Promise<ReadonlyMap<string, FrameworkSupplier>> {
    const found = new Map<string, FrameworkSupplier>();
    for (const id of new Set(rows.map(({ frameworkId }) => frameworkId))) {
      for (const one of await this.frameworks.suppliers(id)) found.set(one.id, one);
    }
    return found;
  }
}

function concludedAt({ collectorSignedAt, supplierSignedAt }: FrameworkSupplier): Instant | null {
  return collectorSignedAt === null || supplierSignedAt === null
    ? null
    : Math.max(collectorSignedAt, supplierSignedAt);
}

function rowOf(
  framework: Framework,
  { id, code, title, tendererName, kind }: TenderRow,
  suppliers: readonly FrameworkSupplier[],
  now: Instant,
): FrameworkRowView {
  return {
    id,
    code,
    title,
    tendererName,
    kind,
    startsOn: framework.startsOn,
    endsOn: framework.endsOn,
    open: isOpen(framework, now),
    suppliers: new Set(
      suppliers.filter(({ state }) => state !== 'removed').map(({ enterpriseId }) => enterpriseId),
    ).size,
  };
}

function boughtOf(
  id: string,
  totals: readonly OrderTotals[],
): { readonly orders: number; readonly amount: number } {
  const own = totals.filter(({ supplierId }) => supplierId === id);
  return {
    orders: own.reduce((sum, one) => sum + one.orders, 0),
    amount: own.reduce((sum, one) => sum + one.amount, 0),
  };
}

/** The mean of the reviews of each supplier, one decimal, exact. */
function starsOf(orders: readonly FrameworkOrder[]): ReadonlyMap<string, string> {
  const sums = new Map<string, { count: number; sum: number }>();
  for (const { supplierId, stars } of orders) {
    if (stars === null) continue;
    const { count, sum } = sums.get(supplierId) ?? { count: 0, sum: 0 };
    sums.set(supplierId, { count: count + 1, sum: sum + stars });
  }
  return new Map(
    [...sums].map(([id, { count, sum }]) => {
      const tenths = Math.round((sum * 10) / count);
      return [id, `${Math.floor(tenths / 10)}.${tenths % 10}`];
    }),
  );
}

function totalsOf(totals: readonly OrderTotals[], lots: readonly LotRecord[]): FrameworkTotalsView {
  const amount = totals.reduce((sum, one) => sum + one.amount, 0);
  const saved = totals.reduce((sum, one) => {
    const ceiling = lots.find(({ number }) => number === one.lot)?.ceiling ?? null;
    return ceiling === null ? sum : sum + ceiling * one.quantity - one.amount;
  }, 0);
  const bySupplier = new Map<string, number>();
  for (const one of totals) {
    bySupplier.set(one.supplierId, (bySupplier.get(one.supplierId) ?? 0) + one.amount);
  }
  const top = Math.max(0, ...bySupplier.values());
  const count = (way: string): number =>
    totals.filter((one) => one.way === way).reduce((sum, one) => sum + one.orders, 0);
  return {
    orders: totals.reduce((sum, one) => sum + one.orders, 0),
    amountFen: String(amount),
    savedFen: String(saved),
    direct: count('direct'),
    competition: count('competition'),
    rotation: count('rotation'),
    topShare: amount === 0 ? 0 : Math.round((top * 1000) / amount),
  };
}
