import { DAY, parseInstant } from '@core/kernel';
import { NATIONAL_2024, CALENDAR, type Regime, type UnderLaw } from '@core/rules';
import { CONTRACT_DUTIES, dutiesDue, REPORT_DUTIES } from './duties';
import {
  concludedAt,
  rewrite,
  sendBack,
  signContract,
  signingPeriod,
  type Signable,
} from './signing';

const instant = (text: string): number => parseInstant(text) ?? Number.NaN;
const under = (regime: Regime): UnderLaw => ({ set: NATIONAL_2024, regime, on: '2026-01-16' });
const nobody: Signable = {
  tendererSignedAt: null,
  winnerSignedAt: null,
  fingerprint: 'f1',
  declined: null,
};
const AWARDED = instant('2026-01-16T02:00:00.000Z');

describe('the signing of a contract', () => {
  const law = under('A');
  const period = signingPeriod(AWARDED, AWARDED + 31 * DAY, law, CALENDAR);
  const due = period.ok ? period.value : null;

  it('has thirty days, to the end of the first working day after them', () => {
    expect(due).toEqual({
      until: instant('2026-02-24T16:00:00.000Z'),
      law: { ruleId: 'contract-30d', citation: '招标投标法§46' },
    });
  });

  it('binds each side once, to the text it has read', () => {
    const contract = nobody;
    const act = { side: 'winner' as const, read: 'f1', at: AWARDED + 1, lateReason: null };
    expect(signContract(contract, act, due, law).ok).toBe(true);
    expect(signContract(contract, { ...act, read: 'f0' }, due, law)).toMatchObject({
      refusal: { code: 'contract.changed' },
    });
    expect(signContract({ ...contract, winnerSignedAt: 1 }, act, due, law)).toMatchObject({
      refusal: { code: 'contract.signed_already' },
    });
  });

  it('asks from the first late instant on why it is late, with the law', () => {
    const contract = nobody;
    const at = (when: number, lateReason: string | null) =>
      signContract(contract, { side: 'tenderer', read: 'f1', at: when, lateReason }, due, law);
    const until = due?.until ?? 0;
    expect(at(until - 1, null).ok).toBe(true);
    expect(at(until, ' ')).toMatchObject({
      refusal: { code: 'contract.late_reason_missing', law: { ruleId: 'contract-30d' } },
    });
    expect(at(until, '道路封闭，无法进场').ok).toBe(true);
  });

  it('asks nobody for a calendar that is not out yet before the bare days are over', () => {
    const late = instant('2031-01-16T02:00:00.000Z');
    expect(signingPeriod(late, late + 29 * DAY, law, CALENDAR)).toEqual({ ok: true, value: null });
    expect(signingPeriod(late, late + 30 * DAY, law, CALENDAR)).toMatchObject({
      refusal: { code: 'calendar.year_unknown' },
    });
  });

  it('can be refused by a side that has not signed the text it means, and is then written anew', () => {
    const half = { ...nobody, winnerSignedAt: 3 };
    expect(sendBack(half, 'tenderer', 'f1').ok).toBe(true);
    expect(sendBack(half, 'winner', 'f1')).toMatchObject({
      refusal: { code: 'contract.signed_already' },
    });
    expect(sendBack(half, 'tenderer', 'f0')).toMatchObject({
      refusal: { code: 'contract.changed' },
    });
    const back = { ...nobody, declined: '预付款应为四成' };
    const act = { side: 'winner' as const, read: 'f1', at: AWARDED + 1, lateReason: null };
    for (const found of [sendBack(back, 'tenderer', 'f1'), signContract(back, act, due, law)]) {
      expect(found).toMatchObject({ refusal: { code: 'contract.sent_back' } });
    }
  });

  it('makes the contract with the later signature, and ends its writing with the first', () => {
    expect(concludedAt({ tendererSignedAt: 5, winnerSignedAt: null })).toBeNull();
    expect(concludedAt({ tendererSignedAt: 5, winnerSignedAt: 3 })).toBe(5);
    expect(rewrite(nobody).ok).toBe(true);
    expect(rewrite({ ...nobody, winnerSignedAt: 3 }).ok).toBe(false);
  });
});

describe('what is due after an award', () => {
  it.each<[Regime, string[]]>([
    ['A', ['report written-report-15d', 'sign contract-30d', 'refund bid-bond-refund-5d']],
    [
      'B',
      [
        'announce gp-result-2wd',
        'refund_losers gp-bond-refund-5wd',
        'sign gp-contract-30d',
        'publish gp-contract-publish-2wd',
        'refund gp-bond-refund-5wd',
        'file gp-contract-file-7wd',
      ],
    ],
    ['C', ['sign contract-30d']],
  ])('follows the law of regime %s', (regime, expected) => {
    const moments = { reportedAt: null, awardedAt: AWARDED, concludedAt: AWARDED + 1 };
    const found = dutiesDue(CONTRACT_DUTIES, moments, under(regime), CALENDAR);
    expect(found.map(({ duty, law }) => `${duty} ${law.ruleId}`)).toEqual(expected);
  });

  it.each<[Regime, string[]]>([
    ['A', ['publish_candidates candidate-publish-3d']],
    ['B', ['award gp-award-5wd']],
    ['C', []],
  ])('counts from the report of the panel in regime %s', (regime, expected) => {
    const moments = { reportedAt: AWARDED, awardedAt: null, concludedAt: null };
    const found = dutiesDue(REPORT_DUTIES, moments, under(regime), CALENDAR);
    expect(found.map(({ duty, law }) => `${duty} ${law.ruleId}`)).toEqual(expected);
    expect(dutiesDue(CONTRACT_DUTIES, moments, under(regime), CALENDAR)).toEqual([]);
  });

  it('has its days by the calendar: working days after 29 September do not count the holiday', () => {
    const concluded = instant('2026-09-29T02:00:00.000Z');
    const found = dutiesDue(
      CONTRACT_DUTIES,
      { reportedAt: null, awardedAt: concluded, concludedAt: concluded },
      under('B'),
      CALENDAR,
    );
    const publish = found.find(({ duty }) => duty === 'publish');
    expect(publish?.until).toBe(instant('2026-10-08T16:00:00.000Z'));
  });

  it('has no last moment, rather than a guessed one, where a year is unknown', () => {
    const at = instant('2031-03-02T02:00:00.000Z');
    const moments = { reportedAt: null, awardedAt: at, concludedAt: null };
    expect(dutiesDue(CONTRACT_DUTIES, moments, under('A'), CALENDAR)).toMatchObject([
      { duty: 'report', until: null },
      { duty: 'sign', until: null },
    ]);
  });
});
