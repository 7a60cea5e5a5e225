import { DemoPeople } from '@server/demo';
import { closedBundle, contribute, judged } from '../journeys/draw';
import { fillPool, publishLottery, watchLottery } from '../journeys/lottery';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';

const TRADE = 'rural-road';
const FIRMS = Array.from({ length: 8 }, (_, at) => `firm${at + 1}`);

interface LotteryAnswer {
  readonly id: string;
  readonly state: string;
  readonly drawId: string | null;
  readonly firms: readonly { readonly number: string; readonly creditCode: string }[] | null;
}

describe('a lottery among eight', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await anApp('lottery_journey', { DEMO: 'true' });
    await app.get(DemoPeople).settle(FIRMS.length);
    world = worldAt(app.url, () => undefined);
  }, 120_000);
  afterAll(() => app.close());

  it('is drawn before everybody’s eyes, awarded, and recomputed by a stranger', async () => {
    await fillPool(world, TRADE, FIRMS);
    const { tenderId, deadline } = await publishLottery(world, TRADE);
    const lottery = (): Promise<LotteryAnswer> =>
      world.stranger().get<LotteryAnswer>(`/api/public/tenders/${tenderId}/lottery`);
    const { id } = await until('the lottery', () => lottery().catch(() => null));
    const early = await watchLottery(app.url, id);
    for (const username of FIRMS) {
      const firm = await world.as(username);
      await firm.post(`/api/tenders/${tenderId}/participations`);
    }
    expect((await lottery()).firms).toBeNull();
    await clockTo(world, deadline);
    const frozen = await until('the frozen list', async () => {
      const now = await lottery();
      return now.state === 'drawing' ? now : null;
    });
    const codes = frozen.firms!.map(({ creditCode }) => creditCode);
    expect(codes).toEqual([...codes].sort());
    const tenderer = await world.as('township');
    await contribute(world, frozen.drawId ?? '', tenderer);
    await until('the order', async () => (await lottery()).state === 'drawn');
    const late = await watchLottery(app.url, id);
    await tenderer.post(`/api/tenders/${tenderId}/lottery-result`);
    await until('both spectators to have seen the end', () => {
      const last = [early, late].map(({ events }) => events.at(-1)?.event.kind);
      return Promise.resolve(last.every((kind) => kind === 'published'));
    });
    expect(late.events).toEqual(early.events);
    expect(early.events.map(({ seq }) => seq)).toEqual(early.events.map((_, at) => at + 1));
    const drawn = early.events.map(({ event }) => event).find((one) => one.kind === 'drawn');
    early.leave();
    late.leave();
    expect(drawn?.kind === 'drawn' && drawn.order).toHaveLength(8);
    const { publicityUntil } = await world
      .stranger()
      .get<{ publicityUntil: string }>(`/api/public/tenders/${tenderId}`);
    await clockTo(world, publicityUntil);
    const winner = await tenderer.post<{ name: string; priceFen: string }>(
      `/api/tenders/${tenderId}/award`,
    );
    expect(winner.name).toBe(drawn?.kind === 'drawn' ? drawn.order[0]?.name : '');
    expect(winner.priceFen).toBe('88000000');
    const result = await judged(await closedBundle(world, tenderId));
    expect(result).toMatchObject({
      ok: true,
      report: { complete: true, draws: [{ purpose: 'lottery', status: 'verified' }] },
    });
  }, 120_000);

  it('waits for the deadline a clarification has moved, and not for the old one', async () => {
    const { tenderId, deadline } = await publishLottery(world, TRADE);
    const state = async (): Promise<string | null> =>
      (
        await world
          .stranger()
          .get<LotteryAnswer>(`/api/public/tenders/${tenderId}/lottery`)
          .catch(() => null)
      )?.state ?? null;
    await until('the lottery', state);
    const later = new Date(Date.parse(deadline) + 3 * 86_400_000).toISOString();
    const tenderer = await world.as('township');
    await tenderer.post(`/api/tenders/${tenderId}/clarifications`, {
      text: '参加截止延后三天。',
      affectsPreparation: false,
      deadline: later,
    });
    await clockTo(world, deadline);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await state()).toBe('gathering');
    await clockTo(world, later);
    await until('the end, for nobody took part', async () => (await state()) === 'failed');
  });
});
