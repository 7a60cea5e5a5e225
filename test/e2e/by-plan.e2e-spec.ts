import { evaluateBy, formulaOf } from '@core/evaluation';
import { fen } from '@core/kernel';
import { DemoPeople } from '@server/demo';
import {
  bidAll,
  formedPanel,
  openByPlan,
  reviewAll,
  seatedPanel,
  signAndAward,
} from '../journeys/by-plan';
import { concludeContract, liveContract, usernameOf } from '../journeys/contract';
import { closedBundle, judged } from '../journeys/draw';
import { holderKeys } from '../journeys/holders';
import {
  DRAWN_PLAN,
  poolOf,
  publishDraft,
  smallDraft,
  smallProject,
} from '../journeys/small-works';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const SLOW = 240_000;
const OFFERS = [
  { username: 'firm1', price: '850000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '790000.00' },
  { username: 'firm4', price: '600000.00' },
];
const SCORED_PLAN = {
  kind: 'comprehensive',
  formula: 'price-highway-reasonable-low',
  parameters: { down: '2', eHigh: '1', eLow: '0.5', tieBreak: 'lower-price' },
  draw: {},
  priceWeight: '60',
  items: [
    { id: 'item-1', title: '施工组织设计', points: '25' },
    { id: 'item-2', title: '项目管理机构', points: '15' },
  ],
  askBelowPercent: null,
};

interface Room {
  readonly leaderTies: number;
  readonly members: readonly {
    readonly seat: number;
    readonly mine: boolean;
    readonly leads: boolean;
  }[];
  readonly bids: readonly {
    readonly id: string;
    readonly bidderName: string;
    readonly priceFen: string;
  }[];
  readonly drawn: Record<string, string>;
  readonly suspicious: readonly string[];
  readonly letters: readonly {
    readonly id: string;
    readonly bidId: string;
    readonly answer: string | null;
  }[];
  readonly marksMissing: number | null;
  readonly allMarks: readonly { readonly seat: number }[];
  readonly myMarks: readonly { readonly points: string }[];
  readonly computations: readonly {
    readonly benchmarkYuan: string;
    readonly bids: readonly {
      readonly bidId: string;
      readonly score: string;
      readonly rank: number;
    }[];
    readonly notices: readonly { readonly seat: number }[];
  }[];
  readonly assessments:
    | readonly {
        readonly bidId: string;
        readonly rank: number | null;
        readonly score: string | null;
      }[]
    | null;
}

describe('evaluation by the published plan', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;

  const room = (member: Client, id: string): Promise<Room> => member.get(`/api/evaluations/${id}`);
  /** Published, bid for, opened, and its panel seated. */
  /** Nobody has a majority at first; then the leader has. Before everybody has voted nothing is known. */
  const electLeader = async (
    id: string,
    members: readonly Client[],
    leader: Client,
  ): Promise<void> => {
    const seatOf = async (of: Client): Promise<number> =>
      (await room(of, id)).members.find(({ mine }) => mine)?.seat ?? 0;
    const seats = await Promise.all(members.map(seatOf));
    const vote = (by: Client, seat: number): Promise<unknown> =>
      by.post(`/api/evaluations/${id}/leader-votes`, { seat });
    for (const [at, member] of members.entries()) await vote(member, seats[at] ?? 0);
    expect(await room(leader, id)).toMatchObject({ leaderTies: 1 });
    const mine = await seatOf(leader);
    for (const member of members.slice(1, 3)) await vote(member, mine);
    expect((await room(leader, id)).members.some(({ leads }) => leads)).toBe(false);
    const [, again] = members as [Client, Client];
    expect((await again.refusal(vote(again, mine))).code).toBe('evaluation.leader_voted');
    await vote(leader, mine);
    const led = (await room(leader, id)).members.filter(({ leads }) => leads);
    expect(led.map(({ seat }) => seat)).toEqual([mine]);
  };
  const evaluating = async (
    id: string,
    offers: typeof OFFERS,
  ): Promise<{ members: Client[]; bidIds: string[] }> => {
    const deadline = await publishDraft(tenderer, id);
    const bids = await bidAll(world, id, offers);
    await formedPanel(world, id, deadline);
    await openByPlan(world, id, deadline, bids);
    return { members: await seatedPanel(world, id), bidIds: bids.map(({ bidId }) => bidId) };
  };
  const drafted = async (
    method: 'open_tender' | 'reasonable_low_price',
    plan: unknown,
  ): Promise<string> => {
    const id = await smallDraft(world, await smallProject(world), method);
    await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
    await tenderer.put(`/api/tenders/${id}/plan`, { plan });
    return id;
  };

  beforeAll(async () => {
    app = await anApp('by_plan', { DEMO: 'true' });
    await app.get(DemoPeople).settle(5);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
  });
  afterAll(() => app.close());

  it(
    'draws the coefficients after the opening, asks about a low price first, and ranks by the formula',
    async () => {
      const poolId = await poolOf(world, ['firm1', 'firm2', 'firm3', 'firm4']);
      const id = await drafted('reasonable_low_price', DRAWN_PLAN);
      await tenderer.put(`/api/tenders/${id}/pool`, { poolId });
      const { members, bidIds } = await evaluating(id, OFFERS);
      expect(members).toHaveLength(5);
      const [leader] = members as [Client];
      await reviewAll(id, members, bidIds);
      const seen = await room(leader, id);
      expect(Object.keys(seen.drawn).sort()).toEqual(['k', 'w']);
      const lowest = seen.bids.find(({ priceFen }) => priceFen === '60000000')!;
      expect(seen.suspicious).toEqual([lowest.id]);
      const report = (): Promise<unknown> => leader.post(`/api/evaluations/${id}/report`);
      const law = { ruleId: 'eval-lowprice-clarify-first' };
      expect(await leader.refusal(report())).toMatchObject({ code: 'evaluation.not_asked', law });
      const asBelowCost = leader.post(`/api/evaluations/${id}/reviews`, {
        bidId: lowest.id,
        responsive: false,
        ground: '低于成本',
        belowCost: true,
      });
      expect(await leader.refusal(asBelowCost)).toMatchObject({
        code: 'evaluation.not_asked',
        law,
      });
      const otherwise = leader.post(`/api/evaluations/${id}/reviews`, {
        bidId: lowest.id,
        responsive: false,
        ground: '没有对实质性要求作出响应：报价明显不合理',
        belowCost: false,
      });
      expect(await leader.refusal(otherwise)).toMatchObject({
        code: 'evaluation.not_asked',
        law,
      });
      await leader.post(`/api/evaluations/${id}/letters`, {
        bidId: lowest.id,
        about: 'price',
        text: '请说明报价的构成并附材料单价。',
        hours: 2,
      });
      expect((await leader.refusal(report())).code).toBe('evaluation.still_answering');
      const [other, asked] = [await world.as('firm1'), await world.as('firm4')];
      const [letter] = await asked.get<{ id: string; text: string }[]>('/api/panel-letters/mine');
      await until('the message about the letter', async () => {
        const inbox = await asked.get<{ topic: string }[]>('/api/inbox');
        return inbox.some(({ topic }) => topic === 'panel.asked');
      });
      const answer = { answer: '自有机械和料场，附采购合同。' };
      const at = `/api/panel-letters/${letter?.id ?? ''}/answer`;
      expect((await other.refusal(other.post(at, answer))).code).toBe(
        'evaluation.letter_not_found',
      );
      await asked.post(at, answer);
      expect((await asked.refusal(asked.post(at, answer))).code).toBe(
        'evaluation.answered_already',
      );
      await report();
      const done = await room(leader, id);
      expect(done.letters[0]?.answer).toBe(answer.answer);
      const expected = evaluateBy(formulaOf('price-itender-m1')!, {
        bids: seen.bids.map((one) => ({ bidId: one.id, price: fen(Number(one.priceFen)) })),
        ceiling: fen(88_000_000),
        parameters: DRAWN_PLAN.parameters,
        drawn: seen.drawn,
      });
      if (!expected.ok) throw new Error(expected.refusal.code);
      expect(done.computations[0]?.benchmarkYuan).toBe(expected.value.benchmarkYuan);
      expect(done.assessments?.map(({ bidId, score }) => [bidId, score])).toEqual(
        expected.value.bids.map(({ bidId, score }) => [bidId, score]),
      );
      const won = await signAndAward(world, id, members);
      const firms = OFFERS.map(({ username }) => username);
      const winner = await world.as(await usernameOf(world, won, firms));
      const contract = await concludeContract(world, id, tenderer, winner);
      await liveContract(world, id, contract, tenderer, winner);
      const bundle = await closedBundle(world, id);
      const result = await judged(bundle);
      if (!result.ok)
        throw new Error(`${result.step}: ${result.reason} ${JSON.stringify(result.detail)}`);
      expect(result.report.steps.at(-2)).toEqual({
        step: 'evaluation',
        counts: { lots: 1, ranked: 4 },
      });
    },
    SLOW,
  );

  it(
    'is scored by five who see nobody else’s points before all are in',
    async () => {
      const id = await drafted('open_tender', SCORED_PLAN);
      const { members, bidIds } = await evaluating(id, OFFERS.slice(0, 3));
      const [leader, second] = members as [Client, Client];
      await reviewAll(id, members, bidIds);
      const mark = (
        member: Client,
        bidId: string,
        a: string,
        b: string,
        reason = '',
      ): Promise<unknown> =>
        member.post(`/api/evaluations/${id}/marks`, {
          bidId,
          points: [
            { itemId: 'item-1', points: a },
            { itemId: 'item-2', points: b },
          ],
          reason,
        });
      expect((await leader.refusal(mark(leader, bidIds[0]!, '26', '10'))).code).toBe(
        'evaluation.mark_outside',
      );
      for (const bidId of bidIds) await mark(leader, bidId, '20', '12.5');
      expect((await room(second, id)).allMarks).toEqual([]);
      expect((await room(second, id)).marksMissing).toBe(4 * 3 * 2);
      const early = leader.post(`/api/evaluations/${id}/report`);
      expect((await leader.refusal(early)).code).toBe('method.marks_missing');
      for (const [at, member] of members.slice(1).entries()) {
        for (const bidId of bidIds) await mark(member, bidId, at === 3 ? '5' : '21', '12');
      }
      const open = await room(second, id);
      expect(open.allMarks).toHaveLength(5 * 3 * 2);
      expect(open.computations[0]?.notices.length).toBeGreaterThan(0);
      expect((await leader.refusal(mark(leader, bidIds[0]!, '19', '12'))).code).toBe(
        'evaluation.reason_missing',
      );
      await mark(leader, bidIds[0]!, '24', '15', '复核后认为施工组织更完整');
      const review = (ground: string): Promise<unknown> =>
        leader.post(`/api/evaluations/${id}/reviews`, {
          bidId: bidIds[0],
          responsive: true,
          ground,
          belowCost: false,
        });
      expect((await leader.refusal(review(''))).code).toBe('evaluation.reason_missing');
      await review('复核后仍认为符合');
      await electLeader(id, members, leader);
      const byAnother = second.post(`/api/evaluations/${id}/report`);
      expect((await second.refusal(byAnother)).code).toBe('evaluation.leader_reports');
      await leader.post(`/api/evaluations/${id}/report`);
      const done = await room(leader, id);
      expect(done.assessments?.map(({ rank }) => rank)).toEqual([1, 2, 3]);
      await signAndAward(world, id, members);
      const { notices } = await world
        .stranger()
        .get<{ notices: { kind: string; text: string }[] }>(`/api/public/tenders/${id}`);
      const named = notices.find(({ kind }) => kind === 'candidates_notice')?.text ?? '';
      for (const part of ['第 1 名：', '投标报价', '质量：', '工期', '项目负责人：', '投标 3 份']) {
        expect(named).toContain(part);
      }
      const result = await judged(await closedBundle(world, id));
      if (!result.ok)
        throw new Error(`${result.step}: ${result.reason} ${JSON.stringify(result.detail)}`);
      expect(result.report.steps.at(-2)?.counts).toEqual({ lots: 1, ranked: 3 });
    },
    SLOW,
  );

  it(
    'wants a reasoned finding where fewer than three bids are valid, and fails where the panel rejects all',
    async () => {
      const id = await drafted('open_tender', SCORED_PLAN);
      const { members, bidIds } = await evaluating(id, OFFERS.slice(0, 3));
      const [leader] = members as [Client];
      for (const member of members) {
        for (const bidId of bidIds) {
          const responsive = bidId !== bidIds[0];
          const review = { bidId, responsive, ground: responsive ? '' : '没有对工期作出响应' };
          await member.post(`/api/evaluations/${id}/reviews`, review);
          const points = [
            { itemId: 'item-1', points: '20' },
            { itemId: 'item-2', points: '10' },
          ];
          await member.post(`/api/evaluations/${id}/marks`, { bidId, points });
        }
      }
      const report = (findings: unknown[]): Promise<unknown> =>
        leader.post(`/api/evaluations/${id}/report`, { findings });
      expect(await leader.refusal(report([]))).toMatchObject({
        code: 'evaluation.finding_missing',
        law: { ruleId: 'eval-lt3-reasoned' },
      });
      const empty = { lot: 1, verdict: 'sufficient', reason: ' ' };
      expect((await leader.refusal(report([empty]))).code).toBe('evaluation.finding_missing');
      await report([{ lot: 1, verdict: 'reject-all', reason: '两家报价几乎相同，明显缺乏竞争' }]);
      for (const member of members) await member.post(`/api/evaluations/${id}/signatures`);
      const result = await judged(await closedBundle(world, id));
      if (!result.ok) throw new Error(`${result.step}: ${result.reason}`);
      const { state } = await world.stranger().get<{ state: string }>(`/api/public/tenders/${id}`);
      expect(state).toBe('failed');
      await clockTo(world, '2026-06-01T00:00:00.000Z');
      expect(await tenderer.post(`/api/tenders/${id}/re-tender`)).toHaveProperty('id');
    },
    SLOW,
  );
});
