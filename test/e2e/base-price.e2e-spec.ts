import { basePrice, basePriceCommit, type BasePrice } from '@core/sealed-bid';
import { fen } from '@core/kernel';
import { DemoPeople } from '@server/demo';
import { openBasePrice, sealBasePrice } from '../journeys/base-price';
import { openingSecret, type HandedIn } from '../journeys/bidder';
import { closedBundle, judged } from '../journeys/draw';
import { holderKeys } from '../journeys/holders';
import { bid, enterFirms, hallOf, publishWith } from '../journeys/rural-road';
import { watchHall } from '../journeys/spectator';
import { openAndAward, twoLotsToHall, type TwoLots } from '../journeys/two-lots';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { hasPython, secondOpinions } from '../vectors/second';

interface Page {
  readonly basePrices: readonly {
    readonly lot: number;
    readonly commit: string;
    readonly priceFen: string | null;
    readonly nonce: string | null;
    readonly openedAt: string | null;
  }[];
  readonly notices: readonly { readonly kind: string; readonly hasFile: boolean }[];
}

async function aWorld(name: string): Promise<{ app: TestApp; world: World }> {
  const app = await anApp(name, { DEMO: 'true' });
  await app.get(DemoPeople).settle(0);
  return { app, world: worldAt(app.url, () => undefined) };
}

/** A road above the threshold: its tender must be called, and the law knows one base price. */
async function registerRoad(world: World): Promise<string> {
  const tenderer = await world.as('township');
  const { id } = await tenderer.post<{ id: string }>('/api/projects', {
    kind: 'works',
    owner: 'township',
    partOfWorks: true,
    fiscalFunds: true,
    estimateFen: '900000000',
    totalInvestmentFen: '900000000',
    category: 'works',
    title: '采花乡产业路工程',
    region: '采花乡',
    approvalNumber: '青发改〔2026〕21号',
  });
  const registrar = await world.as('registrar');
  await registrar.post(`/api/projects/${id}/answer`, { missing: [] });
  return id;
}

describe('the base price of a tender', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let tenderId: string;
  let openingId: string;
  let base: BasePrice;
  let deadline: string;
  let bids: readonly HandedIn[];

  beforeAll(async () => {
    ({ app, world } = await aWorld('base_price'));
    tenderer = await world.as('township');
    const published = await publishWith(world, await registerRoad(world), async (id) => {
      const early = tenderer.post(`/api/tenders/${id}/base-price`, {
        lot: 1,
        commit: 'ab'.repeat(32),
      });
      expect((await tenderer.refusal(early)).code).toBe('tender.not_open');
      return (await holderKeys(id)).sealing;
    });
    ({ tenderId, deadline } = published);
  });
  afterAll(() => app.close());

  const page = () => world.stranger().get<Page>(`/api/public/tenders/${tenderId}`);
  const seal = (client: Client, lot = 1, commit = 'cd'.repeat(32)) =>
    client.post(`/api/tenders/${tenderId}/base-price`, { lot, commit });
  const refused = async (client: Client, call: Promise<unknown>) => client.refusal(call);
  const press = async (kind: string, more: object = {}) =>
    (await world.as('host')).post(`/api/openings/${openingId}/commands`, { kind, ...more });

  it('is sealed by its tenderer only', async () => {
    const other = await world.as('school');
    expect((await refused(other, seal(other))).code).toBe('tender.not_found');
    const host = await world.as('host');
    expect((await refused(host, seal(host))).status).toBe(403);
    expect((await refused(tenderer, seal(tenderer, 2))).code).toBe('lot.not_found');
    base = await sealBasePrice(tenderer, tenderId, null, 812_345_600);
    expect((await page()).basePrices).toMatchObject([
      { lot: 1, commit: basePriceCommit(base), priceFen: null, nonce: null, openedAt: null },
    ]);
  });

  it('is one: of many at once none is a second, and the law is named', async () => {
    const others = await Promise.all(
      ['01', '02', '03'].map((byte) => tenderer.refusal(seal(tenderer, 1, byte.repeat(32)))),
    );
    for (const refusal of others) {
      expect(refusal).toMatchObject({
        code: 'base_price.sealed_already',
        params: { lot: 1 },
        law: { ruleId: 'single-baseline-secret', citation: '招标投标法实施条例§27、§50' },
      });
    }
    expect((await page()).basePrices).toHaveLength(1);
  });

  it('is not opened before every bid is', async () => {
    const firms = await enterFirms(world, tenderId);
    bids = await bid(world, tenderId, firms);
    openingId = await hallOf(world, tenderId, deadline);
    expect((await refused(tenderer, seal(tenderer))).code).toBe('tender.too_late');
    const early = await refused(tenderer, openBasePrice(tenderer, openingId, base));
    expect(early).toMatchObject({ code: 'opening.wrong_phase', params: { phase: 'unsealing' } });
    for (const one of bids) {
      const key = { bidId: one.bidId, secret: openingSecret(one) };
      await one.client.post(`/api/openings/${openingId}/keys`, key);
    }
    await press('begin_reading');
  });

  it('is opened by the host with the tenderer’s file, as it was sealed, before everybody', async () => {
    const spectator = await watchHall(world.url, openingId);
    const host = await world.as('host');
    const wrong = basePrice(tenderId, null, fen(812_345_700), new Uint8Array(32));
    const foreign = { ...base, tender: '00000000-0000-7000-8000-000000000000' };
    for (const file of [wrong, { ...base, price: '8123457.00' }, foreign]) {
      expect((await refused(host, openBasePrice(host, openingId, file))).code).toBe(
        'base_price.mismatch',
      );
    }
    const none = await refused(host, openBasePrice(host, openingId, { ...base, lot: 2 }));
    expect(none.code).toBe('base_price.none');
    const stranger = await world.as('school');
    expect((await refused(stranger, openBasePrice(stranger, openingId, base))).code).toBe(
      'tender.not_allowed',
    );
    const tries = await Promise.allSettled(
      [host, tenderer].map((client) => openBasePrice(client, openingId, base)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await refused(host, openBasePrice(host, openingId, base))).code).toBe(
      'base_price.opened_already',
    );
    const seen = await until('the spectator to see it', () =>
      Promise.resolve(spectator.events.find(({ event }) => event.kind === 'base_price_opened')),
    );
    const { price, nonce } = base;
    expect(seen.event).toEqual({ kind: 'base_price_opened', lot: 1, price, nonce });
    spectator.leave();
  });

  it('stands on the public page and in the record', async () => {
    expect((await page()).basePrices).toMatchObject([
      { lot: 1, priceFen: '812345600', nonce: base.nonce, openedAt: expect.any(String) as string },
    ]);
    const { events } = await world.stranger().get<{
      events: { event: { kind: string; bids?: { bidId: string }[] } }[];
    }>(`/api/public/openings/${openingId}`);
    for (const { bidId } of events[0]?.event.bids ?? []) await press('read_bid', { bidId });
    await press('open_objections');
    await press('begin_signing');
    await press('close');
    const record = await until('the record', async () =>
      (await page()).notices.find(({ kind }) => kind === 'opening_record'),
    );
    expect(record.hasFile).toBe(true);
  });
});

describe('base prices of two lots, one of them never opened', () => {
  let app: TestApp;
  let world: World;
  let lots: TwoLots;
  let late: unknown;

  beforeAll(async () => {
    ({ app, world } = await aWorld('base_price_lots'));
    lots = await twoLotsToHall(world, false);
    const tenderer = await world.as('township');
    const { tenderId } = lots;
    const first = await sealBasePrice(tenderer, tenderId, 1, 190_000_000);
    await sealBasePrice(tenderer, tenderId, 2, 150_000_000);
    const second = sealBasePrice(tenderer, tenderId, 2, 1);
    late = (await tenderer.refusal(second)).code;
    await openAndAward(world, lots, false, async (openingId) => {
      await openBasePrice(tenderer, openingId, first);
    });
  });
  afterAll(() => app.close());

  it('leave the award as it would be without them', async () => {
    expect(late).toBe('base_price.sealed_already');
    const { basePrices } = await world.stranger().get<Page>(`/api/public/tenders/${lots.tenderId}`);
    expect(basePrices.map(({ lot, priceFen }) => [lot, priceFen])).toEqual([
      [1, '190000000'],
      [2, null],
    ]);
  });

  it('are judged alike by two verifiers, and so is a value that was changed afterwards', async () => {
    const text = await closedBundle(world, lots.tenderId);
    const result = await judged(text);
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(result.report.steps).toContainEqual({
      step: 'base_prices',
      counts: { sealed: 2, opened: 1 },
    });
    expect(result.report.warnings).toContainEqual({
      step: 'base_prices',
      code: 'base_price_not_opened',
      detail: { lot: 2 },
    });
    if (hasPython) expect(secondOpinions([JSON.parse(text)])).toEqual(['ok']);
  });

  it('cannot be sealed when the tender is over', async () => {
    const tenderer = await world.as('township');
    await clockTo(world, lots.deadline);
    const call = sealBasePrice(tenderer, lots.tenderId, 1, 1);
    expect((await tenderer.refusal(call)).code).toBe('tender.too_late');
  });
});
