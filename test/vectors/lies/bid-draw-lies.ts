import {
  drawResult,
  makeDeposit,
  makeInput,
  makeReveal,
  orderOfValues,
  specHash,
  type DrawRules,
  type DrawSpec,
  type EscrowSource,
} from '@core/draw';
import {
  drawnFrom,
  drawPool,
  drawRules,
  LOWEST_PRICE_PLAN,
  type EvaluationPlan,
  type HallDrawn,
} from '@core/evaluation';
import type { LedgerRecord } from '@core/ledger';
import { lines, say, testSeed, type Line } from '../lying-operator';
import { told, type Told } from './lie';
import { everySize, is, record } from './moves';

const HALL = 'bids drawn in the hall';
const SCOPE = 'T2026-0001';
const DRAW_ID = `${SCOPE}/coefficient/1`;
const AT = '2023-08-23T16:02:05Z';
const BIDS = ['B1', 'B2', 'B3'];
/** A sample of the bids, a coefficient, and ties by lot. */
const PLAN: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-itender-m3',
  parameters: { tieBreak: 'draw' },
  draw: { k: ['0.5', '1.0'] },
};

/** What a platform may do otherwise than it should. */
interface Course {
  readonly pool?: readonly string[];
  readonly rules?: DrawRules;
  /** What hall and report say, given what was drawn. */
  readonly hall?: (drawn: HallDrawn) => object;
  readonly report?: (drawn: HallDrawn) => object;
  /** Whether the draw begins while a bid is still sealed. */
  readonly isEarly?: boolean;
}

const isOldDraw = ({ body }: LedgerRecord): boolean => body.drawId === DRAW_ID;

/** The draw by the parties and holders of the vector, each step behind the last. */
async function draw(course: Course): Promise<{ lines: Line[]; drawn: HallDrawn }> {
  const old = lines().find(({ record: one }) => one?.type === 'draw.spec' && isOldDraw(one));
  const { contributors, source } = old?.record?.body as unknown as {
    contributors: DrawSpec['contributors'];
    source: EscrowSource;
  };
  const values = course.pool ?? drawPool(PLAN, BIDS);
  const spec: DrawSpec = {
    v: 1,
    drawId: DRAW_ID,
    purpose: 'coefficient',
    attempt: 1,
    prevVoid: null,
    algorithm: 'tp1-fy32',
    pool: { kind: 'values', values },
    rules: course.rules ?? drawRules(PLAN, BIDS),
    source: { ...source, withBids: null },
    contributors,
    disclose: 'at-once',
  };
  const nonceOf = (id: string): Uint8Array => testSeed(`hall-draw/${id}`);
  const ids = contributors.map(({ id }) => id).sort();
  const inputs = ids.map((id) => makeInput(spec, id, testSeed(`actor/${id}`), nonceOf(id)).input);
  const base = { v: 1, drawId: DRAW_ID, specHash: specHash(spec) } as const;
  const lock = { ...base, round: null, inputs, bids: null };
  const deposits = await Promise.all(
    ids.map((id) => makeDeposit(source, DRAW_ID, id, nonceOf(id))),
  );
  const reveals = ids.map((id) => makeReveal(DRAW_ID, id, nonceOf(id)));
  const facts = { spec, lock, deposits, reveals, forced: [], final: null };
  const result = await drawResult(facts, []);
  if (!result) throw new Error('the draw has no result');
  const drawn = drawnFrom(PLAN, orderOfValues(result.seed, values));
  const write = (type: string, body: object): Line => record(type, body, AT);
  return {
    lines: [
      write('draw.spec', spec),
      write('draw.lock', lock),
      ...deposits.map((one) => write('draw.deposit', one)),
      ...reveals.map((one) => write('draw.reveal', one)),
      write('draw.result', result),
    ],
    drawn: drawn ?? { values: {}, orders: {} },
  };
}

/** The vector's tender with a plan that draws bids, its own draw in place of the vector's, and a report. */
async function log(course: Course = {}): Promise<Line[]> {
  const held = await draw(course);
  const saidOf = (change: Course['hall'], { values, orders }: HallDrawn): object =>
    change?.({ values, orders }) ?? { values, orders };
  const hall = { kind: 'coefficients_drawn', seed: '00', ...saidOf(course.hall, held.drawn) };
  const { values: drawn, orders } = saidOf(course.report, held.drawn) as HallDrawn;
  const said = [
    record('hall.coefficients_drawn', { event: hall }, AT),
    record('evaluation.reported', { tender: SCOPE, drawn, orders, assessments: [] }, AT),
  ];
  const others = say(is('tender.published'), (body) => ({ ...body, plan: PLAN })).filter(
    ({ record: one }) => one === null || !isOldDraw(one),
  );
  const opened = is('opening.opened', { bid: 'B3' });
  const first = course.isEarly ? opened : is('draw.table');
  const at = others.findIndex(({ record: one }) => one !== null && first(one));
  const whole = [...others.slice(0, at), ...held.lines, ...others.slice(at)];
  const end = whole.findIndex(({ record: one }) => one?.type === 'tender.closed');
  return [...whole.slice(0, end), ...said, ...whole.slice(end)];
}

const lie = (cheat: string, reason: string, course: Course): Told =>
  told(HALL, cheat, `evaluation: ${reason}`, () => log(course), everySize);

/** A tender whose hall drew a sample and an order among equals as it should. */
export const honestBidDraw = (): Promise<Line[]> => log();

const reversed = ({ values, orders: { sample = [], tie = [] } }: HallDrawn): object => ({
  values,
  orders: { sample: [...sample].reverse(), tie },
});
const pool = drawPool(PLAN, BIDS);

/** Lies about bids drawn in the hall (docs/protocols/evaluation.md, 2). */
export const BID_DRAW_LIES: readonly Told[] = [
  lie('a bid is left out of the sample’s order', 'coefficients_of_another_plan', {
    pool: pool.filter((value) => value !== 'sample B2'),
  }),
  lie('a bid that nobody opened takes part in the draw', 'coefficients_of_another_plan', {
    pool: [...pool, 'tie B9'],
  }),
  lie('the result keeps the order of the bids to itself', 'coefficients_of_another_plan', {
    rules: { ...drawRules(PLAN, BIDS), pick: [{ stratum: 'values', seats: 1, fallback: [] }] },
  }),
  lie('the bids are drawn while one is still sealed', 'coefficients_drawn_early', {
    isEarly: true,
  }),
  lie('the hall shows another order than was drawn', 'orders_mismatch', { hall: reversed }),
  lie('the hall shows no order', 'orders_mismatch', {
    hall: ({ values }) => ({ values, orders: {} }),
  }),
  lie('the hall shows another coefficient', 'coefficients_mismatch', {
    hall: ({ values, orders }) => ({ values: { k: values.k === '0.5' ? '1.0' : '0.5' }, orders }),
  }),
  lie('the report uses another sample than was drawn', 'orders_mismatch', { report: reversed }),
  lie('the report breaks ties by an order nobody drew', 'orders_mismatch', {
    report: ({ values, orders: { sample = [], tie = [] } }) => ({
      values,
      orders: { sample, tie: [...tie.slice(1), ...tie.slice(0, 1)] },
    }),
  }),
];
