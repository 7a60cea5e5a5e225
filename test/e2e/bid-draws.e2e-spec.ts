import { evaluateBy, formulaOf, LOWEST_PRICE_PLAN, type EvaluationPlan } from '@core/evaluation';
import { DAY, fen } from '@core/kernel';
import { DemoPeople } from '@server/demo';
import { Print } from '@server/print';
import {
  bidAll,
  formedPanel,
  openByPlan,
  seatedPanel,
  signAndAward,
  type Drawn,
  type Priced,
} from '../journeys/by-plan';
import { closedBundle, judged } from '../journeys/draw';
import { holderKeys } from '../journeys/holders';
import { publishDraft, smallDraft, smallProject } from '../journeys/small-works';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { hasPython, secondOpinions } from '../vectors/second';

const SLOW = 300_000;
/** By ceiling and the mean of nine drawn bids, the weight drawn too; equal scores by lot. */
const SAMPLE9: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-sample9',
  parameters: { rangeFrom: '80', rangeTo: '100', tieBreak: 'draw' },
  draw: { w: ['0.30', '0.40', '0.50'] },
};
/** As government procurement scores, equal prices by lot. */
const LOWEST_BY_LOT: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-lowest-gp',
  parameters: { tieBreak: 'draw' },
};

interface Room {
  readonly drawn: Record<string, string>;
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly bids: readonly {
    readonly id: string;
    readonly bidderName: string;
    readonly priceFen: string;
  }[];
  readonly computations: readonly {
    readonly benchmarkYuan: string;
    readonly bids: readonly { readonly bidId: string; readonly reasons: readonly string[] }[];
  }[];
  readonly assessments: readonly { readonly bidId: string; readonly rank: number | null }[] | null;
}

describe('bids drawn in the hall', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;

  beforeAll(async () => {
    app = await anApp('bid_draws', { DEMO: 'true' });
    await app.get(DemoPeople).settle(12);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
  }, SLOW);
  afterAll(() => app.close());

  const drafted = async (projectId: string, plan: EvaluationPlan): Promise<string> => {
    const id = await smallDraft(world, projectId, 'open_tender');
    await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
    await tenderer.put(`/api/tenders/${id}/plan`, { plan });
    return id;
  };
  const opened = async (id: string, offers: readonly Priced[]): Promise<string[]> => {
    const deadline = await publishDraft(tenderer, id);
    const bids = await bidAll(world, id, offers);
    await formedPanel(world, id, deadline);
    await openByPlan(world, id, deadline, bids);
    return bids.map(({ bidId }) => bidId);
  };
  const drawnIn = async (id: string): Promise<Drawn> => {
    const { events } = await world
      .stranger()
      .get<{ events: { event: Record<string, unknown> }[] }>(`/api/public/tenders/${id}/opening`);
    const found = events
      .map(({ event }) => event)
      .find(({ kind }) => kind === 'coefficients_drawn');
    return found as unknown as Drawn;
  };
  const review = async (
    id: string,
    members: readonly Client[],
    bidIds: readonly string[],
    rejected: string | null,
  ): Promise<void> => {
    for (const member of members) {
      for (const bidId of bidIds) {
        const responsive = bidId !== rejected;
        const ground = responsive ? '' : '没有对工期作出响应';
        await member.post(`/api/evaluations/${id}/reviews`, { bidId, responsive, ground });
      }
    }
  };
  const room = (member: Client, id: string): Promise<Room> => member.get(`/api/evaluations/${id}`);
  /** Both verifiers believe the record, and the first ranks the bids again. */
  const believed = async (id: string, ranked: number): Promise<void> => {
    const text = await closedBundle(world, id);
    const result = await judged(text);
    if (!result.ok) {
      throw new Error(`${result.step}: ${result.reason} ${JSON.stringify(result.detail)}`);
    }
    const counts = result.report.steps.find(({ step }) => step === 'evaluation')?.counts;
    expect(counts).toEqual({ lots: 1, ranked });
    if (hasPython) expect(secondOpinions([JSON.parse(text)])).toEqual(['ok']);
  };

  it(
    'are the sample of a benchmark: nine of twelve, in the order of the draw, without the one that was rejected',
    async () => {
      const printed = jest.spyOn(app.get(Print), 'make');
      const id = await drafted(await smallProject(world), SAMPLE9);
      const offers = Array.from({ length: 12 }, (_, at) => ({
        username: `firm${at + 1}`,
        price: `${760_000 + at * 9_000}.00`,
      }));
      const bidIds = await opened(id, offers);
      const { values, orders = {} } = await drawnIn(id);
      expect(SAMPLE9.draw.w).toContain(values.w);
      for (const kind of ['sample', 'tie']) {
        expect([...(orders[kind] ?? [])].sort()).toEqual([...bidIds].sort());
      }
      const [first = '', ...others] = orders.sample ?? [];
      const members = await seatedPanel(world, id);
      const [leader] = members as [Client];
      await review(id, members, bidIds, first);
      const seen = await room(leader, id);
      expect(seen.orders).toEqual(orders);
      await leader.post(`/api/evaluations/${id}/report`);
      const done = await room(leader, id);
      const valid = seen.bids.filter((one) => one.id !== first);
      const sample = others.slice(0, 9);
      const inSample = done.computations[0]?.bids.filter(({ reasons }) =>
        reasons.includes('in_sample'),
      );
      expect(inSample?.map(({ bidId }) => bidId).sort()).toEqual([...sample].sort());
      const expected = evaluateBy(formulaOf('price-sample9')!, {
        bids: valid.map((one) => ({ bidId: one.id, price: fen(Number(one.priceFen)) })),
        ceiling: fen(88_000_000),
        parameters: SAMPLE9.parameters,
        drawn: values,
        sample,
        tieOrder: (orders.tie ?? []).filter((one) => one !== first),
      });
      if (!expected.ok) throw new Error(expected.refusal.code);
      expect(done.computations[0]?.benchmarkYuan).toBe(expected.value.benchmarkYuan);
      const ranked = done.assessments?.filter(({ rank }) => rank !== null);
      expect(ranked?.map(({ bidId }) => bidId)).toEqual(
        expected.value.bids.map(({ bidId }) => bidId),
      );
      await signAndAward(world, id, members);
      const paper = (kind: string): Promise<string> =>
        until(kind, () => {
          const made = printed.mock.calls.find(([order]) => order.kind === kind);
          return Promise.resolve(made && JSON.stringify(made[0].blocks));
        });
      const nameOf = new Map(seen.bids.map((one) => [one.id, one.bidderName]));
      const numbered = (orders.sample ?? []).map(
        (one, at) => `${at + 1}. ${nameOf.get(one) ?? ''}`,
      );
      expect(await paper('opening_record')).toContain(numbered.join('、'));
      const record = await paper('evaluation_record');
      for (const said of ['样本抽取顺序', '同分抽签顺序', '抽中，计入基准价', '未抽中']) {
        expect(record).toContain(said);
      }
      await believed(id, 11);
    },
    SLOW,
  );

  it(
    'decide between two equal prices of a purchase of goods, by the rule of procurement',
    async () => {
      const { id: projectId } = await tenderer.post<{ id: string }>('/api/projects', {
        kind: 'goods',
        owner: 'township',
        partOfWorks: false,
        fiscalFunds: true,
        estimateFen: '500000000',
        totalInvestmentFen: '500000000',
        category: 'goods',
        title: '采禾乡办公设备',
        region: '采禾乡',
        approvalNumber: '采政发〔2026〕9号',
      });
      const registrar = await world.as('registrar');
      await registrar.post(`/api/projects/${projectId}/answer`, { missing: [] });
      const id = await drafted(projectId, LOWEST_BY_LOT);
      const sampled = tenderer.put(`/api/tenders/${id}/plan`, { plan: SAMPLE9 });
      expect(await tenderer.refusal(sampled)).toMatchObject({
        code: 'method.unlawful',
        law: { ruleId: 'gp-lowprice-formula', citation: '87号令§55' },
      });
      const bidIds = await opened(id, [
        { username: 'firm1', price: '850000.00' },
        { username: 'firm2', price: '800000.00' },
        { username: 'firm3', price: '800000.00' },
      ]);
      const { values, orders = {} } = await drawnIn(id);
      expect([values, Object.keys(orders)]).toEqual([{}, ['tie']]);
      const equal = (orders.tie ?? []).filter((one) => one !== bidIds[0]);
      const members = await seatedPanel(world, id);
      const [leader] = members as [Client];
      await review(id, members, bidIds, null);
      await leader.post(`/api/evaluations/${id}/report`);
      const done = await room(leader, id);
      expect(done.assessments?.map(({ bidId, rank }) => [bidId, rank])).toEqual([
        [equal[0], 1],
        [equal[1], 2],
        [bidIds[0], 3],
      ]);
      expect(done.computations[0]?.bids[0]?.reasons).toContain('tie_broken_by_draw');
      const name = done.bids.find((one) => one.id === equal[0])?.bidderName;
      expect(await signAndAward(world, id, members)).toBe(name);
      // What is bought by government procurement may be complained of for a while: its record closes afterwards.
      const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
      await clockTo(world, new Date(Date.parse(legal) + 60 * DAY).toISOString());
      await believed(id, 3);
      const page = await (await world.stranger().fetch(`/tenders/${id}?lang=zh`)).text();
      expect(page).toContain('同分的，按开标后公开抽出的另一顺序排列');
      const draws = await world
        .stranger()
        .get<{ purpose: string; spec: { pool: { values: string[] } } }[]>(
          `/api/public/tenders/${id}/draws`,
        );
      const pool = draws.find(({ purpose }) => purpose === 'coefficient')?.spec.pool.values;
      expect(pool).toEqual([...bidIds].sort().map((bidId) => `tie ${bidId}`));
    },
    SLOW,
  );
});
