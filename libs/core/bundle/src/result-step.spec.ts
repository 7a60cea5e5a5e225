import type { DrawReport } from '@core/draw';
import { BundleFault, Findings, type Bundle } from './bundle';
import type { VerifiedLog } from './log-steps';
import { verifyResult } from './result-step';

interface Said {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const bundle = { scope: 'T' } as Bundle;
const NAMES = ['甲', '乙', '丙', '丁', '戊'];
const firms = NAMES.map((name, at) => ({ number: `0${at + 1}`, creditCode: `C${at}`, name }));
const DRAW = { drawId: 'T/lottery/1', status: 'verified', values: ['03', '01', '05', '02', '04'] };

/** What the step says of these records, in this order. */
function verdict(said: readonly Said[], draws: readonly unknown[] = [DRAW]): unknown {
  const findings = new Findings(() => undefined);
  const records = said.map(({ type, body }, index) => ({
    index,
    record: { type, at: '2026-03-23T02:00:00Z', scope: 'T', body: { tender: 'T', ...body } },
  }));
  try {
    const log = { records } as unknown as VerifiedLog;
    verifyResult(bundle, log, draws as DrawReport[], findings);
    return findings.steps[0]?.counts;
  } catch (error) {
    if (error instanceof BundleFault) return `${error.step}: ${error.reason}`;
    throw error;
  }
}

const published = (names: readonly string[], price = '9.00', lot?: number): Said => ({
  type: 'candidates.published',
  body: {
    candidates: names.map((name, at) => ({
      rank: at + 1,
      name,
      price,
      ...(lot === undefined ? {} : { lot }),
    })),
  },
});
const award = (name: string, price = '9.00', lot?: number): Said => ({
  type: 'award.made',
  body: { name, price, ...(lot === undefined ? {} : { lot }) },
});
const passed = (name: string, lot = 1): Said => ({
  type: 'candidate.passed_over',
  body: { name, lot },
});
const chosen = (name: string, price: string): Said => ({
  type: 'direct.chosen',
  body: { name, price },
});
const notice: Said = { type: 'tender.published', body: { method: 'lottery', candidates: 3 } };
const spec: Said = {
  type: 'draw.spec',
  body: {
    v: 1,
    drawId: 'T/lottery/1',
    purpose: 'lottery',
    attempt: 1,
    prevVoid: null,
    algorithm: 'tp1-fy32',
    pool: { kind: 'values', values: firms.map(({ number }) => number) },
    rules: { pick: [{ stratum: 'values', seats: 5, fallback: [] }], caps: [] },
    source: { kind: 'physical', symbolCount: 20, symbolMax: 6, minSigners: 3, withBids: null },
    contributors: [{ id: 'platform', kid: '00'.repeat(8), pub: '00'.repeat(32) }],
    disclose: 'at-once',
    firms,
  },
};

describe('the result in a bundle', () => {
  it('is what was chosen directly, at its price', () => {
    const choice = chosen('甲', '39800.00');
    const truth = [choice, published(['甲'], '39800.00'), award('甲', '39800.00')];
    expect(verdict(truth)).toEqual({ chosen: 1, candidates: 1, awards: 1 });
    expect(verdict([choice, published(['乙'], '39800.00')])).toBe('result: not_the_choice');
    expect(verdict([choice, published(['甲'], '41000.00')])).toBe('result: not_the_choice');
    expect(verdict([choice, published(['甲', '乙'], '39800.00')])).toBe('result: not_the_choice');
    expect(verdict([choice, choice])).toBe('result: chosen_twice');
  });

  it('is the first of the drawn order, as many as the law lets stand', () => {
    const truth = [notice, spec, published(['丙', '甲', '戊']), award('丙')];
    expect(verdict(truth)).toEqual({ chosen: 0, candidates: 3, awards: 1 });
    const lie = (names: readonly string[]): unknown => verdict([notice, spec, published(names)]);
    expect(lie(['甲', '丙', '戊'])).toBe('result: not_the_drawn_order');
    expect(lie(['丙', '甲'])).toBe('result: not_the_drawn_order');
    expect(lie(['丙', '甲', '戊', '乙'])).toBe('result: not_the_drawn_order');
    expect(verdict(truth, [])).toBe('result: nothing_drawn');
    expect(verdict(truth, [{ ...DRAW, status: 'void' }])).toBe('result: nothing_drawn');
  });

  it('is awarded to the first of its lot whom nobody has passed over', () => {
    const list = published(['甲', '乙', '丙']);
    expect(verdict([list, award('乙')])).toBe('result: award_to_another');
    expect(verdict([list, award('甲', '8.00')])).toBe('result: award_to_another');
    expect(verdict([award('甲')])).toBe('result: award_without_candidates');
    expect(verdict([list, award('甲'), passed('甲'), award('乙')])).toMatchObject({ awards: 2 });
    expect(verdict([list, passed('甲'), award('甲')])).toBe('result: award_to_another');
    expect(verdict([list, passed('甲', 2), award('甲')])).toMatchObject({ awards: 1 });
    const lots = published(['乙'], '9.00', 2);
    expect(verdict([lots, award('乙', '9.00', 2)])).toMatchObject({ awards: 1 });
    expect(verdict([lots, award('乙')])).toBe('result: award_to_another');
  });
});
