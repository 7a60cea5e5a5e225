import {
  advance,
  awaitsCoefficients,
  beginSigning,
  foldHall,
  pauseHall,
  recordCoefficients,
  type CoefficientEvent,
  type Hall,
  type HallEvent,
} from './index';

const offered = { k: ['0.96', '0.97'], w: ['0.30', '0.35'] };
const closed: HallEvent = {
  kind: 'bids_closed',
  minimum: 3,
  failed: false,
  coefficients: offered,
  bids: [{ bidId: 'a', bidderId: 'firm-a', bidderName: 'a' }],
};
const floor = foldHall([
  closed,
  { kind: 'bid_unsealed', bidId: 'a', by: 'bidder' },
  { kind: 'reading_began' },
  { kind: 'bid_read', bidId: 'a', reading: { priceFen: '1' } },
  { kind: 'objections_opened' },
]);
const began: CoefficientEvent = { kind: 'coefficient_draw_began', drawId: 'd', attempt: 1 };
const drawn: CoefficientEvent = {
  kind: 'coefficients_drawn',
  values: { k: '0.97', w: '0.30' },
  seed: '00',
};
const told = (hall: Hall, ...events: readonly CoefficientEvent[]): Hall =>
  events.reduce((now, event) => {
    const taken = recordCoefficients(now, event);
    if (!taken.ok) throw new Error(taken.refusal.code);
    return advance(now, taken.value);
  }, hall);

describe('coefficients in the hall', () => {
  it('are drawn once everything is read, and before anybody signs', () => {
    expect(foldHall([closed]).coefficients).toEqual({
      offered,
      bidOrders: [],
      drawId: null,
      attempt: 0,
      drawn: null,
      orders: null,
    });
    expect(awaitsCoefficients(foldHall([closed]))).toBe(false);
    expect(recordCoefficients(foldHall([closed]), began)).toMatchObject({
      refusal: { code: 'opening.wrong_phase' },
    });
    expect(beginSigning(floor)).toMatchObject({ refusal: { code: 'opening.coefficients_open' } });
    const over = told(floor, began, drawn);
    expect(over.coefficients).toMatchObject({ drawId: 'd', drawn: drawn.values });
    expect(beginSigning(over).ok).toBe(true);
  });

  it('are drawn once: what comes later changes nothing', () => {
    expect(recordCoefficients(told(floor, began, drawn), drawn)).toMatchObject({
      refusal: { code: 'opening.wrong_phase' },
    });
  });

  it('have orders of the bids beside them, or stand behind them where only bids are drawn', () => {
    const bids: HallEvent = { ...closed, coefficients: {}, bidOrders: ['sample', 'tie'] };
    const read: readonly HallEvent[] = [
      { kind: 'bid_unsealed', bidId: 'a', by: 'bidder' },
      { kind: 'reading_began' },
      { kind: 'objections_opened' },
    ];
    const open = foldHall([bids, ...read]);
    expect(open.coefficients).toMatchObject({ bidOrders: ['sample', 'tie'], orders: null });
    expect(beginSigning(open)).toMatchObject({ refusal: { code: 'opening.coefficients_open' } });
    const orders = { sample: ['a'], tie: ['a'] };
    const over = told(open, began, { ...drawn, values: {}, orders });
    expect(over.coefficients).toMatchObject({ drawn: {}, orders });
    expect(beginSigning(over).ok).toBe(true);
    expect(told(floor, began, drawn).coefficients?.orders).toEqual({});
    const failed = foldHall([
      bids,
      { kind: 'bid_failed', bidId: 'a', verdict: 'BIDDER_FAULT' },
      ...read.slice(1),
    ]);
    expect(awaitsCoefficients(failed)).toBe(false);
    expect(beginSigning(failed).ok).toBe(true);
  });

  it('stay undrawn when an attempt is void, until the next one gives them', () => {
    const second = { ...began, drawId: 'e', attempt: 2 };
    const again = told(floor, began, { kind: 'coefficient_draw_voided', reason: 'x' }, second);
    expect(again.coefficients).toMatchObject({ drawId: 'e', attempt: 2, drawn: null });
    expect(told(again, drawn).coefficients?.drawn).toEqual(drawn.values);
  });

  it('do not wait for a pause to end, and do not hold up a hall that draws none', () => {
    const paused = pauseHall(floor, 'power');
    expect(paused.ok && told(advance(floor, paused.value), began).coefficients?.drawId).toBe('d');
    const { coefficients: _none, ...plain } = closed;
    const without = foldHall([
      plain,
      { kind: 'bid_unsealed', bidId: 'a', by: 'bidder' },
      { kind: 'reading_began' },
      { kind: 'objections_opened' },
    ]);
    expect(awaitsCoefficients(without)).toBe(false);
    expect(beginSigning(without).ok).toBe(true);
  });
});
