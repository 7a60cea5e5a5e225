import fc from 'fast-check';
import { DAY, fen, HOUR } from '@core/kernel';
import {
  addDays,
  atBeijing,
  CALENDAR,
  legalDate,
  NATIONAL_2024,
  REGIMES,
  type Regime,
  type UnderLaw,
} from '@core/rules';
import {
  checkSecurity,
  depositInterest,
  dueBack,
  forfeit,
  forfeitGrounds,
  heldOf,
  isSameAccount,
  lodgeGuarantee,
  paymentCodesIn,
  readStatement,
  refundPayment,
  RELEASE_CAUSES,
  releaseOf,
  securityState,
  type Course,
  type DepositRate,
  type LodgedGuarantee,
  type Release,
  type Security,
  type SecurityPayment,
} from '.';

const under = (regime: Regime): UnderLaw => ({ set: NATIONAL_2024, regime, on: '2026-03-02' });
const DEADLINE = atBeijing('2026-03-23', '09:00');
const RATES: readonly DepositRate[] = [
  { from: '2025-05-20', ppm: 500 },
  { from: '2026-04-01', ppm: 1_000 },
];
const payment = (partial: Partial<SecurityPayment> = {}): SecurityPayment => ({
  sum: fen(7_000_000),
  arrivedAt: DEADLINE - DAY,
  isFromBasicAccount: true,
  refundedAt: null,
  ...partial,
});
const security = (partial: Partial<Security> = {}): Security => ({
  wanted: fen(7_000_000),
  deadline: DEADLINE,
  bindsUntil: null,
  payments: [payment()],
  guarantee: null,
  forfeitedAt: null,
  ...partial,
});
const guarantee: LodgedGuarantee = {
  kind: 'guarantee',
  sum: fen(7_000_000),
  validUntil: '2026-07-01',
  withdrawnAt: null,
  releasedAt: null,
};
const course = (partial: Partial<Course> = {}): Course => ({
  deadline: DEADLINE,
  bid: 'submitted',
  ended: null,
  award: null,
  concludedAt: null,
  ...partial,
});

describe('interest on demand deposit', () => {
  const interest = (sum: number, came: string, goes: string, rates = RATES): number => {
    const found = depositInterest(fen(sum), came, goes, rates);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };

  it('is actual days by the rate over 360, half a fen up', () => {
    // 70,000.00 × 0.05 % × 36 / 360 = 3.50
    expect(interest(7_000_000, '2026-01-01', '2026-02-06')).toBe(350);
    // 36.00 × 0.05 % × 10 / 360 = 0.0005; 360.00 of it: 0.005, half a fen up
    expect(interest(3_600, '2026-01-01', '2026-01-11')).toBe(0);
    expect(interest(36_000, '2026-01-01', '2026-01-11')).toBe(1);
  });

  it('changes with the rate on its day', () => {
    // 30 days at 0.05 % and 10 at 0.1 %
    expect(interest(36_000_000, '2026-03-02', '2026-04-11')).toBe(1_500 + 1_000);
  });

  it('counts the day of arrival and not that of return', () => {
    expect(interest(720_000_000, '2026-01-01', '2026-01-01')).toBe(0);
    expect(interest(720_000_000, '2026-01-02', '2026-01-01')).toBe(0);
    expect(interest(720_000_000, '2026-01-01', '2026-01-02')).toBe(1_000);
  });

  it('is not guessed where no rate is known', () => {
    expect(depositInterest(fen(1), '2025-01-01', '2026-01-01', RATES)).toMatchObject({
      refusal: { code: 'bid_security.rate_unknown', params: { day: '2025-01-01' } },
    });
  });

  const days = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-06-01', n));
  const sums = fc.integer({ min: 0, max: 80_000_000 });
  const tables = fc
    .uniqueArray(fc.integer({ min: 0, max: 1_000 }), { maxLength: 6 })
    .chain((starts) =>
      fc
        .array(fc.integer({ min: 0, max: 200_000 }), {
          minLength: starts.length + 1,
          maxLength: starts.length + 1,
        })
        .map((rates) => [
          { from: '2025-05-20', ppm: rates[0] ?? 0 },
          ...starts.map((n, at) => ({ from: addDays('2025-06-01', n), ppm: rates[at + 1] ?? 0 })),
        ]),
    );

  it('is the sum of its days, to one rounding', () => {
    fc.assert(
      fc.property(sums, tables, days, days, (sum, rates, came, goes) => {
        let exact = 0;
        for (let day = came; day < goes; day = addDays(day, 1)) {
          const posted = [...rates].sort((a, b) => a.from.localeCompare(b.from));
          exact += posted.findLast(({ from }) => from <= day)?.ppm ?? 0;
        }
        const wanted = (sum * exact) / (360 * 1_000_000);
        expect(Math.abs(interest(sum, came, goes, rates) - wanted)).toBeLessThanOrEqual(0.5001);
      }),
    );
  });

  it('never falls when the money stays longer or is more, and does not hang on the order of the table', () => {
    fc.assert(
      fc.property(sums, tables, days, days, fc.nat(400), (sum, rates, came, goes, more) => {
        const now = interest(sum, came, goes, rates);
        expect(interest(sum, came, addDays(goes, more), rates)).toBeGreaterThanOrEqual(now);
        expect(interest(sum + more, came, goes, rates)).toBeGreaterThanOrEqual(now);
        expect(interest(sum, came, goes, [...rates].reverse())).toBe(now);
      }),
    );
  });
});

describe('why and when a security goes back', () => {
  it.each([
    ['bid withdrawn', 'A', course({ bid: { withdrawnAt: DEADLINE - HOUR } }), 'bid_withdrawn'],
    ['no bid', 'A', course({ bid: 'none' }), 'no_bid'],
    ['terminated', 'A', course({ ended: { as: 'terminated', at: DEADLINE - DAY } }), 'terminated'],
    ['failed', 'B', course({ ended: { as: 'failed', at: DEADLINE } }), 'failed'],
    [
      'a loser of a procurement',
      'B',
      course({ award: { at: DEADLINE, isWinner: false } }),
      'unsuccessful',
    ],
    ['a loser of works', 'A', course({ award: { at: DEADLINE, isWinner: false } }), null],
    ['a winner', 'B', course({ award: { at: DEADLINE, isWinner: true } }), null],
    [
      'a contract',
      'A',
      course({ award: { at: DEADLINE, isWinner: false }, concludedAt: DEADLINE + DAY }),
      'contract',
    ],
    ['a running call', 'A', course(), null],
  ] as const)('%s', (_what, regime, one, cause) => {
    expect(releaseOf(one, under(regime), DEADLINE + 2 * DAY)?.cause ?? null).toBe(cause);
  });

  it('is not before the deadline for who has not bid yet', () => {
    expect(releaseOf(course({ bid: 'none' }), under('A'), DEADLINE - 1)).toBeNull();
    expect(releaseOf(course({ bid: 'none' }), under('A'), DEADLINE)).not.toBeNull();
  });

  const due = (release: Release, regime: Regime) => dueBack(release, under(regime), CALENDAR);

  it('is five days after the contract for works, five working days for procurement', () => {
    const signed = atBeijing('2026-03-23', '15:00');
    expect(due({ cause: 'contract', from: signed }, 'A')).toMatchObject({
      until: atBeijing('2026-03-31', '00:00'),
      law: { ruleId: 'bid-bond-refund-5d' },
    });
    expect(due({ cause: 'unsuccessful', from: signed }, 'B')).toMatchObject({
      until: atBeijing('2026-03-31', '00:00'),
      law: { ruleId: 'gp-bond-refund-5wd' },
    });
  });

  it('is at once, without a number of days, where a call was terminated', () => {
    expect(due({ cause: 'terminated', from: DEADLINE }, 'A')).toMatchObject({
      until: null,
      law: { ruleId: 'terminate-refund' },
    });
    expect(due({ cause: 'failed', from: DEADLINE }, 'A').law).toBeNull();
  });

  it('never lies before its cause', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RELEASE_CAUSES),
        fc.constantFrom(...REGIMES),
        fc.integer({ min: 0, max: 200 * 24 }),
        (cause, regime, hours) => {
          const from = DEADLINE + hours * HOUR;
          const { until } = due({ cause, from }, regime);
          if (until !== null) expect(until).toBeGreaterThan(from);
        },
      ),
    );
  });
});

describe('the life of a security', () => {
  const release: Release = { cause: 'contract', from: DEADLINE + 10 * DAY };
  const state = (
    partial: Partial<Security>,
    released: Release | null = null,
    now = DEADLINE - HOUR,
  ) => securityState(security(partial), released, now);

  it('goes from expected to refunded', () => {
    expect(state({ payments: [] })).toBe('expected');
    expect(state({})).toBe('received');
    expect(state({}, null, DEADLINE)).toBe('bound');
    expect(state({}, release)).toBe('due_back');
    expect(state({ payments: [payment({ refundedAt: DEADLINE })] }, release)).toBe('refunded');
    expect(state({ forfeitedAt: DEADLINE }, release)).toBe('forfeited');
  });

  it('goes from lodged to released', () => {
    const paper = (partial: Partial<LodgedGuarantee>) => ({
      payments: [],
      guarantee: { ...guarantee, ...partial },
    });
    expect(state(paper({}))).toBe('lodged');
    expect(state(paper({}), null, DEADLINE)).toBe('bound');
    expect(state(paper({}), release)).toBe('due_back');
    expect(state(paper({ releasedAt: DEADLINE }), release)).toBe('released');
    expect(state(paper({ withdrawnAt: DEADLINE - DAY }))).toBe('withdrawn');
  });

  it('is open as long as one payment is held', () => {
    const payments = [payment({ refundedAt: DEADLINE }), payment()];
    expect(state({ payments }, release)).toBe('due_back');
    expect(heldOf({ payments })).toBe(7_000_000);
  });
});

describe('what is checked', () => {
  const failing = (partial: Partial<Security>, regime: Regime = 'A', now = DEADLINE) =>
    checkSecurity(security(partial), under(regime), now).flatMap(({ check, holds }) =>
      holds ? [] : [check],
    );

  it('is judged by the arrival of the money', () => {
    expect(failing({})).toEqual([]);
    expect(failing({ payments: [payment({ arrivedAt: DEADLINE - 1 })] })).toEqual([]);
    const late = [payment({ arrivedAt: DEADLINE })];
    expect(failing({ payments: late })).toEqual(['amount', 'in_time']);
  });

  it('counts money that went back since the deadline, and none that went back before', () => {
    expect(failing({ payments: [payment({ refundedAt: DEADLINE + DAY })] })).toEqual([]);
    expect(failing({ payments: [payment({ refundedAt: DEADLINE - 1 })] })).toEqual(['amount']);
  });

  it('asks for the basic account where the law does, and nowhere else', () => {
    const payments = [payment({ isFromBasicAccount: false })];
    expect(failing({ payments }, 'A')).toEqual(['basic_account']);
    for (const regime of ['B', 'C', 'D'] as const)
      expect(failing({ payments }, regime)).toEqual([]);
  });

  it('looks at a guarantee on the day', () => {
    const paper = { payments: [], guarantee };
    expect(failing(paper, 'A', atBeijing('2026-07-01', '23:59'))).toEqual([]);
    expect(failing(paper, 'A', atBeijing('2026-07-02', '00:00'))).toEqual(['in_force']);
    expect(failing({ payments: [], guarantee: { ...guarantee, withdrawnAt: 1 } })).toEqual([
      'amount',
    ]);
  });

  it('wants a guarantee as long as the bid, where the notice says how long that is', () => {
    const asked = { payments: [], bindsUntil: '2026-07-01' };
    const bare = security(asked);
    const upTo = (validUntil: string) =>
      lodgeGuarantee(bare, { sum: bare.wanted, validUntil }, under('A'));
    expect(upTo('2026-07-01').ok).toBe(true);
    expect(upTo('2026-06-30')).toMatchObject({
      refusal: {
        code: 'bid_security.guarantee_ends_early',
        law: { citation: '招标投标法实施条例§26' },
      },
    });
    // The deadline moved after it was lodged.
    const moved = { ...asked, bindsUntil: '2026-07-02', guarantee };
    expect(failing(moved, 'A', DEADLINE)).toEqual(['covers_bid']);
    expect(failing({ ...moved, bindsUntil: '2026-07-01' }, 'A', DEADLINE)).toEqual([]);
  });

  it('takes a guarantee of any issuer, whole and past the deadline, once', () => {
    const bare = security({ payments: [] });
    const lodged = { sum: fen(7_000_000), validUntil: '2026-06-30' };
    expect(lodgeGuarantee(bare, lodged, under('A')).ok).toBe(true);
    const code = (one: Security, wish: typeof lodged) => {
      const taken = lodgeGuarantee(one, wish, under('A'));
      return taken.ok ? null : taken.refusal.code;
    };
    expect(code(bare, { ...lodged, sum: fen(6_999_999) })).toBe('bid_security.guarantee_low');
    expect(code(bare, { ...lodged, validUntil: legalDate(DEADLINE) })).toBe(
      'bid_security.guarantee_short',
    );
    expect(code({ ...bare, guarantee }, lodged)).toBe('bid_security.guarantee_stands');
    expect(code({ ...bare, wanted: fen(0) }, lodged)).toBe('bid_security.not_wanted');
  });
});

describe('giving money back', () => {
  const now = DEADLINE + 30 * DAY;
  const setting = {
    release: { cause: 'contract', from: DEADLINE + 10 * DAY } as Release | null,
    forfeitedAt: null as number | null,
    rates: RATES,
    now,
  };
  const wish = { paidAt: DEADLINE + 12 * DAY, interest: null };
  const code = (...[one, asked, all]: Parameters<typeof refundPayment>) => {
    const taken = refundPayment(one, asked, all);
    return taken.ok ? null : taken.refusal.code;
  };

  it('is whole and with its interest, which the bank may have credited more of', () => {
    const computed = depositInterest(fen(7_000_000), '2026-03-22', '2026-04-04', RATES);
    if (!computed.ok) throw new Error('no rate');
    const taken = refundPayment(payment(), wish, setting);
    expect(taken).toEqual({
      ok: true,
      value: { interest: computed.value, computed: computed.value },
    });
    const short = { ...wish, interest: fen(computed.value - 1) };
    expect(code(payment(), short, setting)).toBe('bid_security.interest_short');
    expect(code(payment(), { ...wish, interest: fen(computed.value + 5) }, setting)).toBeNull();
  });

  it('waits for its release, and happens once', () => {
    expect(code(payment(), wish, { ...setting, release: null })).toBe('bid_security.still_bound');
    expect(code(payment({ refundedAt: 1 }), wish, setting)).toBe('bid_security.refunded_already');
    expect(code(payment(), wish, { ...setting, forfeitedAt: 1 })).toBe(
      'bid_security.forfeited_already',
    );
    for (const paidAt of [now + 1, DEADLINE + 9 * DAY, DEADLINE - 9 * DAY]) {
      expect(code(payment(), { ...wish, paidAt }, setting)).toBe('bid_security.day_impossible');
    }
    expect(code(payment(), wish, { ...setting, rates: [] })).toBe('bid_security.rate_unknown');
  });

  it('is never less than what came, whatever is asked', () => {
    fc.assert(
      fc.property(fc.nat(40 * 24), fc.nat(2_000), fc.boolean(), (hours, interest, says) => {
        const asked = { paidAt: DEADLINE + hours * HOUR, interest: says ? fen(interest) : null };
        const taken = refundPayment(payment(), asked, setting);
        if (taken.ok) expect(taken.value.interest).toBeGreaterThanOrEqual(taken.value.computed);
      }),
    );
  });
});

describe('keeping a security', () => {
  const facts = {
    isRevoked: true,
    refusedContract: false,
    forfeitedAt: null,
    payments: [payment()],
    hasGuarantee: false,
  };

  it('needs a ground of law that the records show', () => {
    expect(forfeit(facts, 'revoked', under('A'))).toMatchObject({
      value: { ruleId: 'revoke-forfeit' },
    });
    expect(forfeit(facts, 'no_contract', under('A'))).toMatchObject({
      refusal: { code: 'bid_security.no_ground' },
    });
    expect(forfeit({ ...facts, refusedContract: true }, 'no_contract', under('A'))).toMatchObject({
      value: { ruleId: 'no-contract-forfeit' },
    });
  });

  it('has none where the law of the regime gives none', () => {
    for (const regime of ['B', 'C', 'D'] as const) {
      expect(forfeitGrounds({ isRevoked: true, refusedContract: true }, under(regime))).toEqual([]);
    }
  });

  it('needs something to keep', () => {
    const code = (partial: Partial<Parameters<typeof forfeit>[0]>) => {
      const taken = forfeit({ ...facts, ...partial }, 'revoked', under('A'));
      return taken.ok ? null : taken.refusal.code;
    };
    expect(code({ payments: [] })).toBe('bid_security.nothing_held');
    expect(code({ payments: [], hasGuarantee: true })).toBeNull();
    expect(code({ payments: [{ refundedAt: 1 }] })).toBe('bid_security.refunded_already');
    expect(code({ forfeitedAt: 1 })).toBe('bid_security.forfeited_already');
  });
});

describe('a payment code', () => {
  it('is found whatever a bank does to it', () => {
    for (const text of [
      'B-7KQ4-92MD',
      '投标保证金 b7kq492md',
      'B-7KQ4 -92MD，转账',
      'Ｂ－７ＫＱ４－９２ＭＤ',
    ]) {
      expect(paymentCodesIn(text)).toEqual(['B-7KQ4-92MD']);
    }
    expect(paymentCodesIn('货款 2026')).toEqual([]);
    expect(paymentCodesIn('B-7KQ4-92MD B-7KQ4-92ME')).toHaveLength(2);
  });

  it('and an account is one account, however written', () => {
    expect(isSameAccount('4205 0101 2345', '4205-0101-2345')).toBe(true);
    expect(isSameAccount('', '')).toBe(false);
  });
});

describe('a bank statement', () => {
  const HEADING = '流水号,日期,时间,付款人,付款银行,付款账号,金额,附言,余额';
  const read = (...lines: readonly string[]) => readStatement([HEADING, ...lines].join('\n'));

  it('gives transfers with their code', () => {
    expect(
      read(
        'T1,2026-03-20,10:31:07,青禾县第一建设,农业银行,4205 01,"70,000.00",保证金B-7KQ4-92MD,1',
      ),
    ).toEqual({
      ok: true,
      value: [
        {
          line: 2,
          code: 'B-7KQ4-92MD',
          transfer: {
            payer: '青禾县第一建设',
            bank: '农业银行',
            account: '4205 01',
            sum: 7_000_000,
            arrivedAt: atBeijing('2026-03-20', '10:31'),
            reference: 'T1',
          },
        },
      ],
    });
  });

  it.each([
    ['date', 'T1,2026-02-30,10:31,甲,乙,42,1.00,B-7KQ4-92MD'],
    ['time', 'T1,2026-02-20,25:31,甲,乙,42,1.00,B-7KQ4-92MD'],
    ['sum', 'T1,2026-02-20,10:31,甲,乙,42,-1.00,B-7KQ4-92MD'],
    ['sum', 'T1,2026-02-20,10:31,甲,乙,42,0,B-7KQ4-92MD'],
    ['payer', 'T1,2026-02-20,10:31,,乙,42,1.00,B-7KQ4-92MD'],
    ['account', 'T1,2026-02-20,10:31,甲,乙,--,1.00,B-7KQ4-92MD'],
    ['reference', `${'9'.repeat(61)},2026-02-20,10:31,甲,乙,42,1.00,B-7KQ4-92MD`],
    ['no_code', 'T1,2026-02-20,10:31,甲,乙,42,1.00,货款'],
    ['several_codes', 'T1,2026-02-20,10:31,甲,乙,42,1.00,B-7KQ4-92MD B-7KQ4-92ME'],
  ])('says what is wrong: %s', (fault, line) => {
    expect(read(line)).toEqual({ ok: true, value: [{ line: 2, fault }] });
  });

  it('is not read without its columns or lines', () => {
    expect(readStatement('日期,金额\n1,2').ok).toBe(false);
    expect(read().ok).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
  });
});
