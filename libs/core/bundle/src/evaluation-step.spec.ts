import type { DrawReport } from '@core/draw';
import {
  blindCodes,
  blindCommitment,
  drawPool,
  drawRules,
  LOWEST_PRICE_PLAN,
  rankByPlan,
  type EvaluationPlan,
} from '@core/evaluation';
import { fen, fenToYuan } from '@core/kernel';
import { NATIONAL_2024 } from '@core/rules';
import type { ClosedBids } from './bid-steps';
import { BundleFault, Findings, type Bundle } from './bundle';
import { verifyEvaluation } from './evaluation-step';
import type { VerifiedLog } from './log-steps';
import type { OpenedBids } from './opening-steps';

const bundle = { scope: 'T' } as Bundle;
const PRICES: Readonly<Record<string, number>> = { x: 850_000, y: 820_000, z: 790_000 };
const PLAN: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-itender-m1',
  parameters: { down: '1', tieBreak: 'lower-price' },
  draw: { w: ['0.30', '0.40'], k: ['0.96', '0.99'] },
};
const SCORED: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'comprehensive',
  formula: 'price-lowest-gp',
  parameters: { tieBreak: 'lower-price' },
  priceWeight: '60',
  items: [{ id: 'design', title: '施工组织设计', points: '40' }],
};
/** Takes a sample of the bids for its benchmark, and breaks ties by lot. */
const SAMPLED: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-itender-m3',
  parameters: { tieBreak: 'draw' },
  draw: { k: ['0.5', '1.0'] },
};
const DRAWN = { k: '0.99', w: '0.30' };
const MARKS = ['x', 'y', 'z'].flatMap((bid, at) =>
  [1, 2, 3].map((seat) => ({ seat, bid, item: 'design', points: String(20 + at * seat) })),
);

interface Logged {
  readonly type: string;
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}
type Report = Record<string, unknown> & { assessments: Record<string, unknown>[] };

const LEAF = 'ef'.repeat(32);
const closed = {
  index: 10,
  leaf: LEAF,
  bids: Object.keys(PRICES).map((bid) => ({ bid, bidHash: '' })),
  opening: { deadline: '2026-03-23T01:30:00Z', submitGraceSec: 60 },
  objects: new Map(),
  failedLots: new Set<number>(),
} as unknown as ClosedBids;
const opened = {
  reports: Object.entries(PRICES).map(([bid, yuan]) => ({
    bid,
    verdict: 'OK',
    sheet: { v: 1, price: `${yuan}.00`, durationDays: 60, quality: '合格', manager: '张工' },
  })),
} as unknown as OpenedBids;
const held = (order: readonly string[] = ['k=0.99 w=0.30'], status = 'verified'): DrawReport =>
  ({ drawId: 'T/coefficient/1', status, order }) as unknown as DrawReport;

/** The report a truthful platform makes. */
function truth(plan: EvaluationPlan | null, bids = Object.keys(PRICES)): Report {
  const counted = rankByPlan({
    plan: plan ?? LOWEST_PRICE_PLAN,
    ceiling: fen(88_000_000),
    bids: bids.map((bidId) => ({ bidId, price: fen((PRICES[bidId] ?? 0) * 100) })),
    drawn: plan === PLAN ? DRAWN : {},
    orders: {},
    judges: plan === SCORED ? ['1', '2', '3'] : [],
    marks: MARKS.map(({ seat, bid, item, points }) => ({
      judge: String(seat),
      bidId: bid,
      itemId: item,
      points,
    })),
    places: 3,
  });
  if (!counted.ok) throw new Error(counted.refusal.code);
  return {
    tender: 'T',
    assessments: counted.value.ranked.flatMap((one) =>
      one.outcome === 'ranked'
        ? [
            {
              bid: one.bidId,
              rank: one.rank,
              price: fenToYuan(one.price),
              ...(one.score === undefined ? {} : { score: one.score }),
            },
          ]
        : [],
    ),
    ...(plan === PLAN ? { drawn: DRAWN } : {}),
    ...(plan === SCORED ? { marks: MARKS } : {}),
  };
}

const notice = (plan: EvaluationPlan | null): Logged => ({
  type: 'tender.published',
  at: 1,
  body: { ceiling: '880000.00', ...(plan === null ? {} : { plan }) },
});
const READ: Logged = { type: 'opening.opened', at: 20, body: { bid: 'x', env: 'sheet' } };
const POOL = drawPool(PLAN, []);
const spec = (at = 30, values: readonly string[] = POOL, seats = 1): Logged => ({
  type: 'draw.spec',
  at,
  body: {
    v: 1,
    drawId: 'T/coefficient/1',
    purpose: 'coefficient',
    attempt: 1,
    prevVoid: null,
    algorithm: 'tp1-fy32',
    pool: { kind: 'values', values },
    rules: { pick: [{ stratum: 'values', seats, fallback: [] }], caps: [] },
    source: { kind: 'physical', symbolCount: 20, symbolMax: 6, minSigners: 3, withBids: null },
    contributors: [{ id: 'platform', kid: '00'.repeat(8), pub: '00'.repeat(32) }],
    disclose: 'at-once',
  },
});
const shown = (values: Readonly<Record<string, string>> = DRAWN): Logged => ({
  type: 'hall.coefficients_drawn',
  at: 40,
  body: { event: { kind: 'coefficients_drawn', values, seed: '00' } },
});
const report = (body: Record<string, unknown>, at = 60): Logged => ({
  type: 'evaluation.reported',
  at,
  body,
});

function verdict(
  said: readonly Logged[],
  draws: readonly DrawReport[] = [],
  bids: OpenedBids = opened,
): unknown {
  const findings = new Findings(() => undefined);
  const records = [READ, ...said].map(({ type, at, body }) => ({
    index: at,
    record: { type, at: '2026-03-23T02:00:00Z', scope: 'T', body },
  }));
  try {
    const log = { records } as unknown as VerifiedLog;
    verifyEvaluation(bundle, log, closed, bids, draws, findings);
    return findings.steps[0]?.counts;
  } catch (error) {
    if (error instanceof BundleFault) return `${error.step}: ${error.reason}`;
    throw error;
  }
}
const drawnTender = (body: Record<string, unknown>): Logged[] => [
  notice(PLAN),
  spec(),
  shown(),
  report(body),
];
/** The report with one assessment changed. */
const changed = (of: Report, at: number, change: Record<string, unknown>): Report => ({
  ...of,
  assessments: of.assessments.map((one, index) => (index === at ? { ...one, ...change } : one)),
});

describe('the evaluation in a bundle', () => {
  it.each([
    ['by lowest price', [notice(null), report(truth(null))], []],
    ['by a formula with drawn coefficients', drawnTender(truth(PLAN)), [held()]],
    ['by comprehensive scoring', [notice(SCORED), report(truth(SCORED))], []],
  ])('is counted again %s', (_how, said, draws) => {
    expect(verdict(said, draws)).toEqual({ lots: 1, ranked: 3 });
  });

  it('leaves rejections to the panel, and is silent before the report is public', () => {
    const rejected = truth(PLAN, ['x', 'y']);
    const told = { bid: 'z', rejected: ['未响应'] };
    const whole = { ...rejected, assessments: [...rejected.assessments, told] };
    expect(verdict(drawnTender(whole), [held()])).toEqual({ lots: 1, ranked: 2 });
    expect(verdict([notice(PLAN), spec(), shown()], [held()])).toEqual({ lots: 0, ranked: 0 });
    expect(verdict([])).toEqual({ lots: 0, ranked: 0 });
  });

  const said = truth(PLAN);
  it.each([
    ['another winner', changed(changed(said, 0, { rank: 2 }), 1, { rank: 1 }), 'rank_mismatch'],
    ['a better score', changed(said, 1, { score: '100' }), 'rank_mismatch'],
    ['another price', changed(said, 0, { price: '790000.01' }), 'rank_mismatch'],
    ['an invented bid', changed(said, 0, { bid: 'w' }), 'bid_left_out'],
    ['a bid left out', { ...said, assessments: said.assessments.slice(1) }, 'bid_left_out'],
    [
      'a bid twice',
      { ...said, assessments: [...said.assessments, said.assessments[0]] },
      'judged_twice',
    ],
    ['other coefficients', { ...said, drawn: { ...DRAWN, k: '0.96' } }, 'coefficients_mismatch'],
    ['no coefficients', { ...said, drawn: {} }, 'coefficients_mismatch'],
  ])('does not believe %s', (_what, body, reason) => {
    expect(verdict(drawnTender(body), [held()])).toBe(`evaluation: ${reason}`);
  });

  it.each([
    ['a draw before the bids were open', [notice(PLAN), spec(15)], 'coefficients_drawn_early'],
    ['a narrower pool', [notice(PLAN), spec(30, POOL.slice(1))], 'coefficients_of_another_plan'],
    ['a second seat', [notice(PLAN), spec(30, POOL, 2)], 'coefficients_of_another_plan'],
    [
      'a hall that shows others',
      [notice(PLAN), spec(), shown({ k: '0.96', w: '0.30' })],
      'coefficients_mismatch',
    ],
    ['two reports', [...drawnTender(said), report(said, 61)], 'reported_twice'],
    ['no plan', [notice({ ...PLAN, formula: 'best-guess' })], 'plan_invalid'],
  ])('does not believe %s', (_what, records, reason) => {
    expect(verdict(records, [held()])).toBe(`evaluation: ${reason}`);
  });

  it('does not believe marks that were changed or left out', () => {
    const scored = truth(SCORED);
    const better = MARKS.map((one) => (one.bid === 'x' ? { ...one, points: '40' } : one));
    const of = (marks: unknown): unknown => verdict([notice(SCORED), report({ ...scored, marks })]);
    expect(of(better)).toBe('evaluation: rank_mismatch');
    expect(of(MARKS.slice(1))).toBe('evaluation: ranks_not_computable');
  });

  it('counts candidates by the rule set the tender stands under', () => {
    const stated = (more: Record<string, unknown>): unknown =>
      verdict([{ ...notice(null), body: { ...notice(null).body, ...more } }, report(truth(null))]);
    const under = { regime: 'D', ruleSet: 'national-2024', ruleSetHash: NATIONAL_2024.hash };
    const counted = { lots: 1, ranked: 3 };
    expect(stated({ ...under, candidates: 3 })).toEqual(counted);
    expect(stated({ ...under, ruleSetHash: 'ab'.repeat(32), candidates: 1 })).toEqual(counted);
    expect(stated({ ...under, candidates: null })).toBe('evaluation: candidates_of_another_law');
    expect(stated({ ...under, candidates: 5 })).toBe('evaluation: candidates_of_another_law');
    expect(stated(under)).toEqual(counted);
  });

  it('checks the codes of a blind review against what was committed before the closing', () => {
    const plan: EvaluationPlan = { ...SCORED, blind: true };
    const nonce = 'ab'.repeat(32);
    const bids = Object.keys(PRICES);
    const codes = blindCodes({ tender: 'T', nonce, closed: LEAF, bids });
    const committed = (at = 2, of = nonce): Logged => ({
      type: 'evaluation.blind_committed',
      at,
      body: { tender: 'T', commit: blindCommitment('T', of) },
    });
    const opening = (body: object = {}, at = 50): Logged => ({
      type: 'evaluation.blind_opened',
      at,
      body: { tender: 'T', nonce, closed: LEAF, codes, ...body },
    });
    const scored = truth(SCORED);
    const of = (...records: Logged[]): unknown => verdict([notice(plan), ...records]);
    const said = report({ ...scored, blind: { nonce, codes } });
    expect(of(committed(), opening(), said)).toEqual({ lots: 1, ranked: 3 });
    expect(of(opening(), said)).toBe('evaluation: blind_not_committed');
    expect(of(committed(11), opening(), said)).toBe('evaluation: blind_not_committed');
    expect(of(committed(), said)).toBe('evaluation: blind_not_opened');
    expect(of(committed(), opening({}, 61), said)).toBe('evaluation: blind_not_opened');
    expect(of(committed(2, 'cd'.repeat(32)), opening(), said)).toBe('evaluation: blind_mismatch');
    const swapped = codes.map(({ bid }, at) => ({ bid, code: codes.at(-1 - at)?.code ?? '' }));
    expect(of(committed(), opening({ codes: swapped }), said)).toBe('evaluation: blind_mismatch');
    const other = report({ ...scored, blind: { nonce, codes: swapped } });
    expect(of(committed(), opening(), other)).toBe('evaluation: blind_mismatch');
    expect(of(committed(), opening(), report(scored))).toBe('evaluation: blind_mismatch');
    const early: Logged = { type: 'evaluation.mark_changed', at: 49, body: {} };
    expect(of(committed(), early, opening(), said)).toBe('evaluation: blind_mark_changed_early');
    expect(verdict([notice(SCORED), said])).toBe('evaluation: blind_without_plan');
  });
});

describe('bids drawn in the hall, in a bundle', () => {
  // Five bids in the tender: with five, three are in the sample; x and v ask the same price.
  const YUAN: Readonly<Record<string, number>> = { v: 850_000, w: 870_000, ...PRICES };
  const ids = Object.keys(YUAN).sort();
  const ORDERS = { sample: ['w', 'z', 'v', 'x', 'y'], tie: ['z', 'y', 'x', 'w', 'v'] };
  const five = {
    reports: ids.map((bid) => ({
      bid,
      verdict: 'OK',
      sheet: { ...(opened.reports[0]?.sheet as object), price: `${YUAN[bid] ?? 0}.00` },
    })),
  } as unknown as OpenedBids;
  const pool = drawPool(SAMPLED, ids);
  const seats = drawRules(SAMPLED, ids).pick[0]?.seats ?? 0;
  const order = [
    'tie z',
    'sample w',
    'k=1.0',
    'tie y',
    'sample z',
    'k=0.5',
    ...['tie x', 'tie w', 'sample v', 'sample x', 'tie v', 'sample y'],
  ];
  const K = { k: '1.0' };
  const ranked = (
    orders: typeof ORDERS,
    valid: readonly string[] = ids,
  ): Record<string, unknown>[] => {
    const counted = rankByPlan({
      ...{ plan: SAMPLED, ceiling: fen(88_000_000), orders, drawn: K },
      ...{ judges: [], marks: [], places: 3 },
      bids: valid.map((bidId) => ({ bidId, price: fen((YUAN[bidId] ?? 0) * 100) })),
    });
    if (!counted.ok) throw new Error(counted.refusal.code);
    return counted.value.ranked.flatMap((one) =>
      one.outcome === 'ranked'
        ? [{ bid: one.bidId, rank: one.rank, price: fenToYuan(one.price), score: one.score }]
        : [],
    );
  };
  const told = (orders: unknown = ORDERS): Logged => ({
    type: 'hall.coefficients_drawn',
    at: 40,
    body: { event: { kind: 'coefficients_drawn', values: K, orders, seed: '00' } },
  });
  const said = (
    assessments: readonly unknown[] = ranked(ORDERS),
    orders: unknown = ORDERS,
  ): Logged => report({ tender: 'T', drawn: K, orders, assessments });
  const of = (
    records: readonly Logged[],
    drawn: readonly string[] | null = order,
    draw = spec(30, pool, seats),
  ): unknown =>
    verdict([notice(SAMPLED), draw, ...records], drawn === null ? [] : [held(drawn)], five);

  it('are sampled and ordered again as the draw gave them, rejected ones skipped', () => {
    expect(of([told(), said()])).toEqual({ lots: 1, ranked: 5 });
    const rejected = [
      ...ranked(
        ORDERS,
        ids.filter((one) => one !== 'w'),
      ),
      { bid: 'w', rejected: ['未响应'] },
    ];
    expect(of([told(), said(rejected)])).toEqual({ lots: 1, ranked: 4 });
    expect(rejected[0]).not.toEqual(ranked(ORDERS)[0]);
  });

  const swapped = { ...ORDERS, tie: [...ORDERS.tie].reverse() };
  const friendly = { ...ORDERS, sample: ['x', 'y', 'z', 'v', 'w'] };
  it.each([
    ['a sample of the platform’s liking', [told(), said(ranked(friendly))], 'rank_mismatch'],
    ['a tie broken the other way', [told(), said(ranked(swapped))], 'rank_mismatch'],
    ['another order in the report', [told(), said(ranked(friendly), friendly)], 'orders_mismatch'],
    ['no order in the report', [told(), said(ranked(ORDERS), {})], 'orders_mismatch'],
    [
      'an order without a rejected bid',
      [told(), said(ranked(ORDERS), { ...ORDERS, sample: ORDERS.sample.slice(1) })],
      'orders_mismatch',
    ],
    ['another order in the hall', [told(swapped)], 'orders_mismatch'],
    ['a hall that shows no order', [told({})], 'orders_mismatch'],
    [
      'a hall that shows an order of another form',
      [told({ sample: 'w' })],
      'coefficients_mismatch',
    ],
  ])('do not let %s pass', (_what, records, reason) => {
    expect(of(records)).toBe(`evaluation: ${reason}`);
  });

  it.each([
    ['a bid left out of the pool', pool.filter((value) => value !== 'sample x'), seats - 1],
    ['a bid nobody opened', [...pool, 'tie zz'], seats + 1],
    ['a bid twice as likely', [...pool.slice(0, -1), 'sample  x'], seats],
    ['a pool in another order', [...pool].reverse(), seats],
    ['a result that lists less', pool, 1],
  ])('are of another plan with %s', (_what, values, listed) => {
    expect(of([told(), said()], order, spec(30, values, listed))).toBe(
      'evaluation: coefficients_of_another_plan',
    );
  });

  it('leave out a bid that did not open: it is in no pool', () => {
    const failed = { bid: 'u', verdict: 'BIDDER_FAULT', sheet: null };
    const reports = [failed, ...five.reports];
    const outcome = verdict(
      [notice(SAMPLED), spec(30, pool, seats), told(), said()],
      [held(order)],
      { ...five, reports } as unknown as OpenedBids,
    );
    expect(outcome).toEqual({ lots: 1, ranked: 5 });
  });

  it('are not drawn before every bid is open, nor ranked without a draw', () => {
    expect(of([told(), said()], order, spec(15, pool, seats))).toBe(
      'evaluation: coefficients_drawn_early',
    );
    expect(of([said()], null)).toBe('evaluation: coefficients_mismatch');
    const undrawn = report({ tender: 'T', assessments: ranked(ORDERS) });
    expect(of([undrawn], null)).toBe('evaluation: ranks_not_computable');
  });
});
