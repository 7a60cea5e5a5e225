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

  describe('decided by a committee among candidates that are not ranked', () => {
    const apart: Said = {
      type: 'tender.published',
      body: { method: 'open_tender', candidates: 4, plan: { kind: 'formula', apart: true } },
    };
    const listed: Said = {
      type: 'candidates.published',
      body: {
        candidates: ['甲', '乙', '丙'].map((name, at) => ({ number: at + 1, name, price: '9.00' })),
      },
    };
    const decided = (chosen: string, change: Record<string, unknown> = {}): Said => ({
      type: 'award.decided',
      body: {
        lot: 1,
        way: 'vote',
        members: 3,
        votes: ['甲', '乙', '丙'].map((name) => ({
          name,
          votes: name === chosen ? 2 : name === '丙' ? 1 : 0,
        })),
        chosen,
        reason: '更合适',
        minutes: '00'.repeat(32),
        rule: 'local-award-apart',
        ...change,
      },
    });

    it('is awarded to whom it decided for', () => {
      expect(verdict([apart, listed, decided('乙'), award('乙')])).toMatchObject({ awards: 1 });
      const agreed = decided('甲', { way: 'deliberation', votes: [] });
      expect(verdict([apart, listed, agreed, award('甲')])).toMatchObject({ awards: 1 });
      const left = [
        { name: '甲', votes: 2 },
        { name: '丙', votes: 1 },
      ];
      const first = [decided('乙'), award('乙'), passed('乙')];
      const anew = [...first, decided('甲', { votes: left }), award('甲')];
      expect(verdict([apart, listed, ...anew])).toMatchObject({ awards: 2 });
      // Nobody votes for who was left out, not even with no vote.
      expect(verdict([apart, listed, ...first, decided('甲'), award('甲')])).toBe(
        'result: votes_miscounted',
      );
    });

    it.each([
      ['no decision', [listed, award('甲')], 'award_undecided'],
      [
        'a decision before the publication',
        [decided('甲'), listed, award('甲')],
        'award_undecided',
      ],
      ['another winner', [listed, decided('甲'), award('乙')], 'award_to_another'],
      [
        'a winner left out since',
        [listed, decided('甲'), passed('甲'), award('甲')],
        'award_to_another',
      ],
      ['a decision for a stranger', [listed, decided('丁'), award('丁')], 'decided_for_another'],
      [
        'fewer votes than members',
        [listed, decided('甲', { members: 4 }), award('甲')],
        'votes_miscounted',
      ],
      [
        'a tie',
        [
          listed,
          decided('甲', {
            members: 2,
            votes: [
              { name: '甲', votes: 1 },
              { name: '乙', votes: 1 },
            ],
          }),
          award('甲'),
        ],
        'votes_miscounted',
      ],
      [
        'votes in a deliberation',
        [listed, decided('甲', { way: 'deliberation' }), award('甲')],
        'votes_miscounted',
      ],
      ['ranks', [published(['甲', '乙']), decided('甲'), award('甲')], 'ranked_apart'],
    ] as const)('is a lie with %s', (_, said, reason) => {
      expect(verdict([apart, ...said])).toBe(`result: ${reason}`);
    });

    it('decides nothing where candidates are ranked', () => {
      expect(verdict([listed])).toBe('result: candidates_unranked');
      const needless = [published(['甲', '乙']), decided('甲'), award('甲')];
      expect(verdict([{ ...notice, body: { method: 'open_tender' } }, ...needless])).toBe(
        'result: decided_though_ranked',
      );
    });
  });
});
