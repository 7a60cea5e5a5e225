import { fen } from '@core/kernel';
import { basePrice, basePriceCommit, type BasePrice } from '@core/sealed-bid';
import { verifyBasePrices } from './base-price-step';
import type { ClosedBids } from './bid-steps';
import { BundleFault, Findings, type Bundle } from './bundle';
import type { VerifiedLog } from './log-steps';

const bundle = { scope: 'T' } as Bundle;
const base = (lot: number | null, price = 357_954_600): BasePrice =>
  basePrice('T', lot, fen(price), new Uint8Array(32).fill(3));
const DEADLINE = '2026-03-23T01:30:00Z';
const closing = {
  index: 10,
  opening: { deadline: DEADLINE, submitGraceSec: 60 },
  failedLots: new Set<number>(),
} as unknown as ClosedBids;
const inLots = {
  ...closing,
  opening: { ...closing.opening, lots: [1, 2] },
  failedLots: new Set([2]),
} as unknown as ClosedBids;

interface Said {
  readonly type?: string;
  readonly at: number;
  readonly time?: string;
  readonly body?: object;
}

const NOTICE: Said = { type: 'tender.published', at: 1 };
const READ: Said = { type: 'opening.opened', at: 20, body: { bid: 'a', env: 'sheet' } };
const UNREAD: Said = { type: 'opening.failed', at: 21, body: { bid: 'b', env: 'sheet' } };

function seals(one: BasePrice, more: Partial<Said> = {}): Said {
  const { tender, lot } = one;
  const commit = basePriceCommit(one);
  const body = lot === undefined ? { tender, commit } : { tender, commit, lot };
  return { type: 'base_price.sealed', at: 5, body, ...more };
}
const opens = (body: BasePrice, at = 30): Said => ({ type: 'base_price.opened', at, body });

function check(said: readonly Said[], closed: ClosedBids | null = closing): Findings {
  const findings = new Findings(() => undefined);
  const records = [NOTICE, READ, UNREAD, ...said].map(
    ({ type, at: index, time: at = DEADLINE, body = {} }) => ({
      index,
      record: { type, at, scope: 'T', body },
    }),
  );
  verifyBasePrices(bundle, { records } as unknown as VerifiedLog, closed, findings);
  return findings;
}

function reasonOf(said: readonly Said[], closed: ClosedBids | null): string {
  try {
    check(said, closed);
    return 'ok';
  } catch (error) {
    if (error instanceof BundleFault) return `${error.step}: ${error.reason}`;
    throw error;
  }
}

describe('base prices in a bundle', () => {
  it('are what was sealed before the closing, opened once after the bids', () => {
    const { warnings, steps } = check([seals(base(null)), opens(base(null))]);
    expect(warnings).toEqual([]);
    expect(steps).toEqual([{ step: 'base_prices', counts: { sealed: 1, opened: 1 } }]);
  });

  it('are there lot by lot', () => {
    const said = [seals(base(1)), seals(base(2)), opens(base(1))];
    expect(check(said, inLots).warnings).toEqual([
      { step: 'base_prices', code: 'base_price_not_opened', detail: { lot: 2 } },
    ]);
  });

  it('need not be there, and need not be opened', () => {
    expect(check([]).steps[0]!.counts).toEqual({ sealed: 0, opened: 0 });
    expect(check([seals(base(null))]).warnings[0]!.code).toBe('base_price_not_opened');
    expect(check([seals(base(2))], null).steps[0]!.counts.sealed).toBe(1);
  });

  it.each<[string, readonly Said[], string, (ClosedBids | null)?]>([
    ['two commitments', [seals(base(null)), seals(base(null, 1), { at: 6 })], 'twice'],
    ['one after the closing', [seals(base(null), { at: 11 })], 'late'],
    ['one after the deadline', [seals(base(null), { time: '2026-03-23T01:31:01Z' })], 'late'],
    ['one before the notice', [seals(base(null), { at: 0 })], 'before_notice'],
    ['one of another tender', [seals({ ...base(null), tender: 'U' })], 'of_another'],
    ['one of another tender, unclosed', [seals({ ...base(1), tender: 'U' })], 'of_another', null],
    ['one of a lot where there is one', [seals(base(1))], 'of_another'],
    ['one of no lot where there are two', [seals(base(null))], 'of_another', inLots],
    ['one of a lot that is not there', [seals(base(3))], 'of_another', inLots],
    ['another value', [seals(base(null)), opens(base(null, 1))], 'not_sealed'],
    ['a value nobody sealed', [opens(base(null))], 'not_sealed'],
    [
      'a value of another tender',
      [seals(base(null)), opens({ ...base(null), tender: 'U' })],
      'not_sealed',
    ],
    ['a value before the closing', [seals(base(null)), opens(base(null), 9)], 'early'],
    ['a value before the last bid', [seals(base(null)), opens(base(null), 20)], 'early'],
    ['a value without a closing', [seals(base(1)), opens(base(1))], 'early', null],
    [
      'a value twice',
      [seals(base(null)), opens(base(null)), opens(base(null), 31)],
      'opened_twice',
    ],
    ['the value of a failed lot', [seals(base(2)), opens(base(2))], 'of_failed_lot', inLots],
  ])('are refused for %s', (_what, said, reason, closed = closing) => {
    expect(reasonOf(said, closed)).toBe(`base_prices: base_price_${reason}`);
  });

  it('are refused in another form', () => {
    expect(reasonOf([{ ...seals(base(null)), body: { tender: 'T' } }], closing)).toBe(
      'base_prices: malformed',
    );
    const cheap = { ...base(null), price: '0.00' };
    expect(reasonOf([seals(base(null)), opens(cheap)], closing)).toBe('base_prices: malformed');
  });

  it('may follow restricted envelopes and later stages', () => {
    const opening = {
      ...closing.opening,
      envelopes: [
        { id: 'sheet', visibility: 'public', stage: 1 },
        { id: 'technical', visibility: 'restricted', stage: 1 },
        { id: 'more', visibility: 'public', stage: 2 },
      ],
    };
    const later = ['technical', 'more'].map((env, at) => ({
      ...READ,
      at: 40 + at,
      body: { bid: 'a', env },
    }));
    const staged = { ...closing, opening } as unknown as ClosedBids;
    expect(reasonOf([seals(base(null)), opens(base(null)), ...later], staged)).toBe('ok');
  });
});
