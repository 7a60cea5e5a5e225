import { DemoPeople } from '@server/demo';
import {
  admitSuppliers,
  DESKTOPS,
  frameworkDraft,
  quote,
  readFramework,
  signAll,
  type ReadOrder,
  type ReadSupplier,
} from '../journeys/framework';
import { noticeText } from '../journeys/notice';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const SLOW = 240_000;

interface Call {
  readonly id: string;
  readonly deadline: string;
  readonly state: string;
  readonly quotes: readonly { readonly supplierId: string; readonly unitPriceFen: string | null }[];
}

describe('a framework agreement', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let buyer: Client;
  let id: string;
  let suppliers: Map<string, ReadSupplier>;

  const terms = (change: object = {}): Promise<unknown> =>
    tenderer.put(`/api/tenders/${id}/framework`, { ...DESKTOPS.terms, ...change });
  const order = (of: Client, body: object): Promise<ReadOrder> =>
    of.post(`/api/frameworks/${id}/orders`, {
      lot: 1,
      quantity: 3,
      delivery: '县一中信息中心，3 月底前',
      ...body,
    });
  const supplier = (username: string): string => suppliers.get(username)?.id ?? '';
  const stateOf = async (of: string): Promise<string | undefined> => {
    const all = await world.stranger().get<ReadOrder[]>(`/api/public/frameworks/${id}/orders`);
    return all.find((one) => one.id === of)?.state;
  };
  const topics = async (username: string): Promise<string[]> =>
    (await (await world.as(username)).get<{ topic: string }[]>('/api/inbox')).map(
      ({ topic }) => topic,
    );
  const notices = async (): Promise<string[]> => {
    const page = await world
      .stranger()
      .get<{ notices: { kind: string }[] }>(`/api/public/tenders/${id}`);
    return page.notices.map(({ kind }) => kind);
  };

  beforeAll(async () => {
    app = await anApp('framework', { DEMO: 'true' });
    await app.get(DemoPeople).settle(6);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    buyer = await world.as('school');
  });
  afterAll(() => app.close());

  it(
    'is called with its terms, and refuses what they cannot be',
    async () => {
      id = await frameworkDraft(world);
      const text = { text: await noticeText(tenderer, id) };
      const without = tenderer.post(`/api/tenders/${id}/publish`, text);
      expect((await tenderer.refusal(without)).code).toBe('framework.terms_missing');
      expect(await tenderer.refusal(terms({ callOff: ['lucky'] }))).toMatchObject({
        code: 'framework.terms_invalid',
        params: { reason: 'call_off' },
      });
      const kept = await tenderer.put<{ findings: { ruleId: string; outcome: string }[] }>(
        `/api/tenders/${id}/framework`,
        { ...DESKTOPS.terms, months: 18 },
      );
      expect(kept.findings).toContainEqual(
        expect.objectContaining({ ruleId: 'fw-term-goods-1y', outcome: 'violated' }),
      );
      await terms();
      const stranger = await world.as('school');
      expect((await stranger.refusal(stranger.get(`/api/tenders/${id}/framework`))).code).toBe(
        'tender.not_found',
      );
    },
    SLOW,
  );

  it(
    'admits four of five, the cheapest first, and lets everybody read it',
    async () => {
      const { packages } = await admitSuppliers(world, id);
      const [only] = packages;
      expect(only?.suppliers.map(({ rank, priceFen, state }) => [rank, priceFen, state])).toEqual([
        [1, '365000', 'admitted'],
        [2, '370000', 'admitted'],
        [3, '380000', 'admitted'],
        [4, '390000', 'admitted'],
      ]);
      expect(await notices()).toContain('admission_notice');
      const loser = await world.as('firm5');
      const letters = await until('the letter', async () => {
        const mine =
          await loser.get<{ tenderId: string; kind: string; ready: boolean }[]>(
            '/api/letters/mine',
          );
        return mine.find((one) => one.tenderId === id && one.ready);
      });
      expect(letters.kind).toBe('result');
      await until('the word', async () => (await topics('firm2')).includes('framework.admitted'));
    },
    SLOW,
  );

  it('is signed by both sides, the text each has read', async () => {
    const [first] = (await readFramework(world, id)).packages[0]?.suppliers ?? [];
    const early = world.stranger().get(`/api/public/framework-suppliers/${first?.id}/agreement`);
    expect((await world.stranger().refusal(early)).status).toBe(404);
    const before = order(buyer, { supplierId: first?.id, reason: '离得近' });
    expect((await buyer.refusal(before)).code).toBe('order.not_running');
    suppliers = await signAll(
      world,
      id,
      DESKTOPS.offers.map(({ username }) => username),
    );
    expect([...suppliers.keys()]).toEqual(['firm1', 'firm2', 'firm3', 'firm4']);
    const read = await readFramework(world, id);
    expect(read).toMatchObject({ open: true });
    expect(read.duties).toMatchObject([
      { duty: 'sign', doneAt: expect.any(String) as string },
      { duty: 'inform', doneAt: expect.any(String) as string },
      { duty: 'file', doneAt: null },
    ]);
    await tenderer.post(`/api/frameworks/${id}/filing`, { filedWith: '青禾县财政局' });
    const { text } = await world
      .stranger()
      .get<{ text: string }>(`/api/public/framework-suppliers/${supplier('firm2')}/agreement`);
    expect(text).toContain('协议价格：3,650.00 元/台');
  });

  it('is ordered from directly, with a reason, and followed to its review', async () => {
    const silent = order(buyer, { supplierId: supplier('firm2') });
    expect((await buyer.refusal(silent)).code).toBe('order.reason_missing');
    const placed = await order(buyer, { supplierId: supplier('firm2'), reason: '价格最低' });
    expect(placed).toMatchObject({ state: 'placed', amountFen: '1095000' });
    const other = await world.as('firm3');
    const foreign = other.post(`/api/orders/${placed.id}/confirm`);
    expect((await other.refusal(foreign)).code).toBe('order.unknown');
    const firm = await world.as('firm2');
    await firm.post(`/api/orders/${placed.id}/confirm`);
    const late = firm.post(`/api/orders/${placed.id}/refuse`, { reason: '没货' });
    expect((await firm.refusal(late)).code).toBe('order.wrong_state');
    await firm.post(`/api/orders/${placed.id}/deliver`);
    await buyer.post(`/api/orders/${placed.id}/receive`);
    await buyer.post(`/api/orders/${placed.id}/review`, { stars: 4, words: '送货及时' });
    await buyer.post(`/api/orders/${placed.id}/pay`);
    expect(await stateOf(placed.id)).toBe('paid');
    const all = await world.stranger().get<ReadOrder[]>(`/api/public/frameworks/${id}/orders`);
    expect(all.find((one) => one.id === placed.id)?.delivery).toBeNull();
  });

  it('is taken back by its buyer while nobody has confirmed it', async () => {
    const placed = await order(buyer, { supplierId: supplier('firm4'), reason: '现货' });
    await buyer.post(`/api/orders/${placed.id}/cancel`, { reason: '预算调整' });
    expect(await stateOf(placed.id)).toBe('cancelled');
    const firm = await world.as('firm4');
    const late = firm.post(`/api/orders/${placed.id}/confirm`);
    expect((await firm.refusal(late)).code).toBe('order.wrong_state');
  });

  it('rotates: one chance each, a refusal uses it up and the next is asked', async () => {
    // Taking an order back uses nobody's chance up: it is the same supplier's turn again.
    const undone = await order(buyer, {});
    await buyer.post(`/api/orders/${undone.id}/cancel`, { reason: '重新核对数量' });
    const first = await order(tenderer, {});
    expect(first).toMatchObject({ way: 'rotation', supplierId: supplier('firm2') });
    await (await world.as('firm2')).post(`/api/orders/${first.id}/refuse`, { reason: '停产' });
    const { packages } = await readFramework(world, id);
    const given = packages[0]?.turns.map(({ supplierId }) => supplierId);
    expect(given).toEqual([supplier('firm2'), supplier('firm4')]);
    // Two buyers at the same moment get two turns, not one.
    const both = await Promise.all([order(buyer, {}), order(tenderer, {})]);
    expect(new Set(both.map(({ supplierId }) => supplierId))).toEqual(
      new Set([supplier('firm3'), supplier('firm1')]),
    );
    const again = await order(buyer, {});
    expect(again.supplierId).toBe(supplier('firm2'));
    expect((await readFramework(world, id)).packages[0]?.turns.at(-1)?.round).toBe(2);
    await (await world.as('firm2')).post(`/api/orders/${again.id}/confirm`);
    expect(await notices()).toContain('call_off_notice');
  });

  it(
    'is competed for with quotes nobody can read before the deadline',
    async () => {
      const base = await clockNow(world);
      const call = await buyer.post<Call>(`/api/frameworks/${id}/quote-calls`, {
        lot: 1,
        quantity: 40,
        need: '两个机房，预装教学软件',
        delivery: '县一中',
        deadline: new Date(base + 3 * 3_600_000).toISOString(),
      });
      const [one, two, three] = await Promise.all(
        ['firm1', 'firm2', 'firm3'].map((username) => world.as(username)),
      );
      if (!one || !two || !three) throw new Error('three firms');
      const opened = await quote(one, call.id, supplier('firm1'), 355_000);
      const other = await quote(two, call.id, supplier('firm2'), 350_000);
      await quote(three, call.id, supplier('firm3'), 340_000);
      const twice = quote(one, call.id, supplier('firm1'), 300_000);
      expect((await one.refusal(twice)).code).toBe('framework.quoted_already');
      const [secret] = await world
        .stranger()
        .get<Call[]>(`/api/public/frameworks/${id}/quote-calls`);
      expect(secret?.quotes).toEqual([]);
      const early = one.post(`/api/quote-calls/${call.id}/open`, opened);
      expect((await one.refusal(early)).code).toBe('framework.quote_early');
      await clockTo(world, call.deadline);
      const late = await world.as('firm4');
      const tooLate = quote(late, call.id, supplier('firm4'), 100_000);
      expect((await late.refusal(tooLate)).code).toBe('framework.quote_late');
      const changed = one.post(`/api/quote-calls/${call.id}/open`, {
        ...opened,
        unitPriceFen: '1',
      });
      expect((await one.refusal(changed)).code).toBe('framework.quote_differs');
      await one.post(`/api/quote-calls/${call.id}/open`, opened);
      await two.post(`/api/quote-calls/${call.id}/open`, other);
      const [half] = await world.stranger().get<Call[]>(`/api/public/frameworks/${id}/quote-calls`);
      expect(half?.quotes.map(({ unitPriceFen }) => unitPriceFen)).toEqual([null, null, null]);
      // A price that falls meanwhile holds for a quote above it.
      await one.post(`/api/framework-suppliers/${supplier('firm1')}/price`, { priceFen: '354000' });
      // The third never opens what it sealed; after a day the lowest of the others wins.
      await clockTo(world, new Date(Date.parse(call.deadline) + 86_400_000).toISOString());
      const decided = await until('the decision', async () => {
        const [now_] = await world
          .stranger()
          .get<Call[]>(`/api/public/frameworks/${id}/quote-calls`);
        return now_?.state === 'decided' ? now_ : null;
      });
      expect(decided.quotes.map(({ unitPriceFen }) => unitPriceFen)).toEqual([
        '355000',
        '350000',
        null,
      ]);
      const orders = await buyer.get<ReadOrder[]>('/api/orders');
      const won = orders.find(({ way }) => way === 'competition');
      await until('the word', async () => {
        const told = await topics('firm2');
        return ['quotes.called', 'quotes.closed', 'quotes.over'].every((one) => told.includes(one));
      });
      expect(await topics('firm4')).not.toContain('quotes.closed');
      expect(won).toMatchObject({
        supplierId: supplier('firm2'),
        state: 'confirmed',
        amountFen: String(350_000 * 40),
      });
    },
    SLOW,
  );

  it('lets prices fall, never rise, and removes a supplier on a ground that is shown', async () => {
    const firm = await world.as('firm3');
    const to = (priceFen: string): Promise<unknown> =>
      firm.post(`/api/framework-suppliers/${supplier('firm3')}/price`, { priceFen });
    expect((await firm.refusal(to('380000'))).code).toBe('framework.price_not_lower');
    await to('360000');
    const remove = (username: string): Promise<unknown> =>
      tenderer.post(`/api/framework-suppliers/${supplier(username)}/remove`, {
        ground: 'refused_award',
        evidence: '两次无正当理由拒绝订单，催告函〔2026〕1号',
      });
    await remove('firm1');
    const after = order(buyer, { supplierId: supplier('firm1'), reason: '习惯' });
    expect((await buyer.refusal(after)).code).toBe('order.supplier_not_bound');
    let read = await readFramework(world, id);
    expect(read.packages[0]?.supplementDue).toBe(false);
    await remove('firm4');
    read = await readFramework(world, id);
    expect(read.packages[0]?.supplementDue).toBe(true);
    expect(read.packages[0]?.suppliers.find(({ rank }) => rank === 3)?.priceFen).toBe('360000');
    const published = await notices();
    expect(published).toEqual(expect.arrayContaining(['price_notice', 'removal_notice']));
  });

  it(
    'runs out, is summed up, and takes no more orders',
    async () => {
      const early = tenderer.post(`/api/frameworks/${id}/summary`);
      expect((await tenderer.refusal(early)).code).toBe('framework.not_over');
      const { endsOn } = await readFramework(world, id);
      await clockTo(world, new Date(Date.parse(`${endsOn}T16:00:00.000Z`)).toISOString());
      await tenderer.post(`/api/frameworks/${id}/summary`);
      expect(await notices()).toContain('summary_notice');
      const late = order(buyer, { supplierId: supplier('firm2'), reason: '续用' });
      expect((await buyer.refusal(late)).code).toBe('order.not_running');
      const { totals } = await readFramework(world, id);
      expect(totals).toMatchObject({ direct: 1, competition: 1 });
      expect(Number(totals.savedFen)).toBeGreaterThan(0);
    },
    SLOW,
  );
});

async function clockNow(world: World): Promise<number> {
  const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
  return Date.parse(legal);
}
