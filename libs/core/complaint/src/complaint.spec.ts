import fc from 'fast-check';
import { DAY, HOUR, type Instant } from '@core/kernel';
import {
  addDays,
  atBeijing,
  CALENDAR,
  endOfDate,
  isWorkday,
  legalDate,
  NATIONAL_2024,
  type Regime,
  type UnderLaw,
} from '@core/rules';
import { COMPLAINT_ORDERS } from '@core/tender';
import {
  answerComplaint,
  answerWithdrawal,
  askCorrection,
  clocksOf,
  COMPLAINT_STATES,
  COMPLAINT_TRANSITIONS,
  complaintFigures,
  continueClock,
  correctComplaint,
  decideComplaint,
  fileComplaint,
  isComplaintOver,
  mayComplainUntil,
  medianOf,
  notAccept,
  possibleOrders,
  resumeProcedure,
  stopClock,
  stopsOf,
  suspendProcedure,
  withdrawComplaint,
  workingDaysTaken,
  type Complaint,
  type DecisionFacts,
  type Filing,
  type FirstObjection,
  type Pause,
} from './index';

const at = (text: string): Instant => {
  const [date = '', time = '10:00'] = text.split(' ');
  return atBeijing(date, time);
};
const under = (regime: Regime, on = '2026-03-02'): UnderLaw => ({ set: NATIONAL_2024, regime, on });

const FILED: Complaint = {
  state: 'filed',
  subject: 'result',
  lot: null,
  filedAt: at('2026-02-13'),
  correctionAskedAt: null,
  correctBy: null,
  correctedAt: null,
  acceptedAt: null,
  answeredAt: null,
  withdrawalAskedAt: null,
  endedAt: null,
};
const ACCEPTED: Complaint = { ...FILED, state: 'accepted', acceptedAt: at('2026-02-25') };
const FILING: Filing = {
  subject: 'result',
  lot: null,
  text: '第一候选人业绩不实。',
  claim: '取消其中标候选人资格。',
  interest: '第二中标候选人。',
  knownOn: '2026-04-20',
};
const OBJECTED: FirstObjection = {
  filedAt: at('2026-04-21'),
  replyBy: at('2026-04-25 00:00'),
  repliedAt: at('2026-04-23'),
};
const ALONE = { objection: null, earlier: [], evidence: 0 };
const AFTER = { ...ALONE, objection: OBJECTED };

const file = (
  facts = AFTER as Parameters<typeof fileComplaint>[1],
  on = '2026-04-24',
  regime: Regime = 'A',
  filing = FILING,
) => fileComplaint(filing, facts, at(on), under(regime, on.slice(0, 10)), CALENDAR);
const refused = (result: { ok: boolean }) => (result.ok ? null : result);
const pause = (from: string, to: string | null, kind: Pause['kind'] = 'clock'): Pause => ({
  kind,
  from: at(from),
  to: to === null ? null : at(to),
  until: null,
});

describe('the states of a complaint', () => {
  it('are all reached from the filing, and the last ones are final', () => {
    const reached = new Set<string>(['filed']);
    for (const state of COMPLAINT_STATES) {
      for (const next of COMPLAINT_TRANSITIONS[state]) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...COMPLAINT_STATES].sort());
    expect(COMPLAINT_STATES.filter(isComplaintOver)).toEqual([
      'not_accepted',
      'transferred',
      'withdrawn',
      'decided',
    ]);
  });
});

describe('filing', () => {
  it('wants an objection first, save about other matters; under the procurement law always', () => {
    expect(file(ALONE)).toMatchObject({
      refusal: { code: 'complaint.objection_first', law: { ruleId: 'complaint-preobjection' } },
    });
    const other = { ...FILING, subject: 'other' as const };
    expect(file(ALONE, '2026-04-24', 'A', other).ok).toBe(true);
    expect(file(ALONE, '2026-04-24', 'D', other).ok).toBe(true);
    expect(file(ALONE, '2026-04-24', 'B', other)).toMatchObject({
      refusal: { code: 'complaint.objection_first', law: { ruleId: 'gp-complaint-conditions' } },
    });
  });

  it('waits for the answer while it may still come, and no longer', () => {
    const open = { ...AFTER, objection: { ...OBJECTED, repliedAt: null } };
    expect(file(open)).toMatchObject({ refusal: { code: 'complaint.objection_waiting' } });
    expect(file(open, '2026-04-27').ok).toBe(true);
  });

  it('is in time for ten days from knowing, without those of the objection and its answer', () => {
    // Known on the 20th; 21st to 23rd do not count; ten more end on Sunday 3 May, rolled over the holiday to the 6th.
    expect(file()).toMatchObject({ value: { until: endOfDate('2026-05-06') } });
    expect(file(AFTER, '2026-05-06 23:59').ok).toBe(true);
    expect(file(AFTER, '2026-05-07 00:00')).toMatchObject({
      refusal: {
        code: 'complaint.too_late',
        law: { ruleId: 'complaint-10d', citation: '招标投标法实施条例§60' },
      },
    });
  });

  it('under the procurement law is in time for fifteen working days after the answer was due', () => {
    const due = { ...AFTER, objection: { ...OBJECTED, repliedAt: null } };
    for (const facts of [AFTER, due]) {
      const taken = file(facts, '2026-04-27', 'B');
      expect(taken).toMatchObject({ value: { until: endOfDate('2026-05-19') } });
    }
    expect(file(due, '2026-05-20 00:00', 'B')).toMatchObject({
      refusal: { law: { ruleId: 'gp-complaint-15-30wd' } },
    });
    expect(mayComplainUntil(OBJECTED, under('B', '2026-04-27'), CALENDAR)).toBe(
      endOfDate('2026-05-19'),
    );
  });

  it('does not believe a day of knowing after the objection, or in the future', () => {
    const late = { ...FILING, knownOn: '2026-04-22' };
    expect(file(AFTER, '2026-04-24', 'A', late)).toMatchObject({
      refusal: { code: 'complaint.day_impossible' },
    });
    const other = { ...FILING, subject: 'other' as const, knownOn: '2026-04-25' };
    expect(file(ALONE, '2026-04-24', 'A', other)).toMatchObject({
      refusal: { code: 'complaint.day_impossible' },
    });
  });

  it.each([
    ['accepted', 1, false],
    ['withdrawn', 1, false],
    ['decided', 0, false],
    ['decided', 1, true],
    ['not_accepted', 0, true],
    ['transferred', 0, true],
  ] as const)(
    'of the same matter after one that is %s with %i files: %s',
    (state, evidence, ok) => {
      const again = file({ ...AFTER, earlier: [{ state }], evidence });
      expect(again.ok).toBe(ok);
      if (!ok) expect(again).toMatchObject({ refusal: { code: 'complaint.same_matter' } });
    },
  );

  it('says what, what for and why it is concerned', () => {
    for (const field of ['text', 'claim', 'interest'] as const) {
      expect(file(AFTER, '2026-04-24', 'A', { ...FILING, [field]: ' ' })).toMatchObject({
        refusal: { code: 'complaint.text_missing' },
      });
    }
  });

  it('never is later for an objection that was made: its days only add', () => {
    const day = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(day, day, (before, length) => {
        const filedAt = at('2026-04-20') + before * DAY;
        const repliedAt = filedAt + length * DAY;
        const objection = { filedAt, repliedAt, replyBy: null };
        const until = mayComplainUntil(objection, under('A'), CALENDAR) ?? 0;
        const plain = mayComplainUntil({ ...objection, repliedAt: filedAt }, under('A'), CALENDAR);
        expect(until).toBeGreaterThanOrEqual(plain ?? Infinity);
      }),
    );
  });
});

describe('the clocks', () => {
  const clocks = (complaint: Complaint, regime: Regime, now: string, pauses: Pause[] = []) =>
    clocksOf(complaint, pauses, under(regime), CALENDAR, at(now));

  it('of the acceptance and the decision are those of the law', () => {
    expect(clocks(FILED, 'A', '2026-02-13')).toEqual([
      {
        clock: 'review',
        whose: 'authority',
        from: FILED.filedAt,
        until: endOfDate('2026-02-25'),
        left: 3,
        unit: 'workday',
        law: { ruleId: 'complaint-accept-3wd', citation: '招标投标法实施条例§61' },
        stoppedSince: null,
      },
    ]);
    const [answer, decide] = clocks(ACCEPTED, 'A', '2026-02-25');
    expect(answer).toMatchObject({ whose: 'respondent', until: endOfDate('2026-03-03') });
    expect(decide).toMatchObject({ until: endOfDate('2026-04-08'), left: 30 });
    expect(clocks({ ...ACCEPTED, answeredAt: at('2026-02-26') }, 'A', '2026-02-27')).toHaveLength(
      1,
    );
  });

  it('run from the receipt under the procurement law, without the time of a correction', () => {
    const corrected = {
      ...ACCEPTED,
      correctionAskedAt: at('2026-02-24'),
      correctedAt: at('2026-02-26'),
      acceptedAt: at('2026-02-27'),
      answeredAt: at('2026-03-02'),
    };
    const [plain] = clocks({ ...corrected, correctedAt: null }, 'B', '2026-03-02');
    const [decide] = clocks(corrected, 'B', '2026-03-02');
    expect(decide?.from).toBe(FILED.filedAt);
    expect(legalDate((plain?.until ?? 0) - 1)).toBe('2026-04-02');
    // Two working days: the 25th and 26th. 6 April is a day off.
    expect(legalDate((decide?.until ?? 0) - 1)).toBe('2026-04-07');
  });

  it('of a correction ends when the authority said', () => {
    const deficient: Complaint = {
      ...FILED,
      state: 'deficient',
      correctionAskedAt: at('2026-02-24'),
      correctBy: at('2026-03-01 00:00'),
    };
    expect(clocks(deficient, 'A', '2026-02-25')).toMatchObject([
      { clock: 'correct', whose: 'complainant', left: 3, unit: 'day' },
    ]);
    expect(clocks({ ...deficient, state: 'not_accepted' }, 'A', '2026-02-25')).toEqual([]);
  });

  it('stands still from the day after it is stopped to the day it goes on', () => {
    expect(stopsOf([pause('2026-03-02', '2026-03-05')], 0)).toEqual([
      { from: '2026-03-03', to: '2026-03-05' },
    ]);
    expect(stopsOf([pause('2026-03-02 09:00', '2026-03-02 17:00')], 0)).toEqual([]);
    const answered = { ...ACCEPTED, answeredAt: at('2026-02-26') };
    const stopped = [pause('2026-03-02', null)];
    const [early] = clocks(answered, 'A', '2026-03-04', stopped);
    const [late] = clocks(answered, 'A', '2026-03-13', stopped);
    expect(early?.stoppedSince).toBe(at('2026-03-02'));
    expect(late?.left).toBe(early?.left);
    expect(late?.until).toBeGreaterThan(early?.until ?? Infinity);
  });

  it('is never shortened by a stop, and moves by just the working days that were stopped', () => {
    const answered = { ...ACCEPTED, answeredAt: at('2026-02-26') };
    const stop = fc.record({
      start: fc.integer({ min: 1, max: 60 }),
      length: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(stop, { maxLength: 4 }), (list) => {
        const pauses = list.map(({ start, length }) => ({
          kind: 'clock' as const,
          from: at('2026-02-25') + start * DAY,
          to: at('2026-02-25') + (start + length) * DAY,
          until: null,
        }));
        const now = at('2026-06-01');
        const [plain] = clocksOf(answered, [], under('A'), CALENDAR, now);
        const [moved] = clocksOf(answered, pauses, under('A'), CALENDAR, now);
        expect(moved?.until).toBeGreaterThanOrEqual(plain?.until ?? Infinity);
        const stops = stopsOf(pauses, now);
        let counted = 0;
        const last = legalDate((moved?.until ?? 0) - 1);
        for (let day = '2026-02-26'; day <= last; day = addDays(day, 1)) {
          const works = isWorkday(CALENDAR, day);
          const isStopped = stops.some((one) => one.from <= day && day <= one.to);
          if (works.ok && works.value && !isStopped) counted++;
        }
        expect(counted).toBe(30);
      }),
    );
  });

  it('counts down day by day: what is left and what has gone make the whole', () => {
    const answered = { ...ACCEPTED, answeredAt: at('2026-02-26') };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (days) => {
        const now = at('2026-02-25') + days * DAY;
        const [decide] = clocksOf(answered, [], under('A'), CALENDAR, now);
        const taken = workingDaysTaken({ ...answered, endedAt: now }, [], under('A'), CALENDAR);
        expect((decide?.left ?? NaN) + (taken ?? NaN)).toBe(30);
      }),
    );
  });

  it('is not guessed where the calendar of a year is not known', () => {
    const late = { ...ACCEPTED, acceptedAt: at('2029-12-20'), answeredAt: at('2029-12-21') };
    expect(clocks(late, 'A', '2029-12-22')).toMatchObject([{ until: null, left: null }]);
  });
});

describe('the review', () => {
  const law = under('B');
  const asked = askCorrection(
    FILED,
    { lacking: '授权委托书', correctBy: at('2026-03-01') },
    FILED.filedAt,
    law,
  );

  it('asks for everything once', () => {
    expect(asked).toEqual({ ok: true, value: '授权委托书' });
    const again = { ...FILED, state: 'corrected' as const, correctionAskedAt: FILED.filedAt };
    expect(
      askCorrection(again, { lacking: '签字', correctBy: at('2026-03-01') }, FILED.filedAt, law),
    ).toMatchObject({
      refusal: { code: 'complaint.asked_once', law: { ruleId: 'gp-complaint-review-5wd' } },
    });
    const past = { lacking: '签字', correctBy: FILED.filedAt };
    expect(askCorrection(FILED, past, FILED.filedAt, law)).toMatchObject({
      refusal: { code: 'complaint.day_impossible' },
    });
  });

  it('takes the correction in its time', () => {
    const deficient = { ...FILED, state: 'deficient' as const, correctBy: at('2026-03-01') };
    expect(correctComplaint(deficient, '已补', at('2026-02-28')).ok).toBe(true);
    expect(correctComplaint(deficient, '已补', at('2026-03-01'))).toMatchObject({
      refusal: { code: 'complaint.correction_late' },
    });
    expect(correctComplaint(deficient, ' ', at('2026-02-28')).ok).toBe(false);
    expect(correctComplaint(FILED, '已补', at('2026-02-28')).ok).toBe(false);
  });

  it('does not accept on a ground alone; for want of a correction only when its time is over', () => {
    const deficient = { ...FILED, state: 'deficient' as const, correctBy: at('2026-03-01') };
    expect(notAccept(FILED, { ground: null, text: '不受理' }, FILED.filedAt, law)).toMatchObject({
      refusal: { code: 'complaint.ground_missing', law: { ruleId: 'gp-complaint-review-5wd' } },
    });
    const uncorrected = { ground: 'not_corrected' as const, text: '逾期未补正。' };
    expect(notAccept(deficient, uncorrected, at('2026-02-28'), law).ok).toBe(false);
    expect(notAccept(deficient, uncorrected, at('2026-03-01'), law).ok).toBe(true);
    const late = { ground: 'too_late' as const, text: '逾期。' };
    expect(notAccept(FILED, late, FILED.filedAt, law)).toMatchObject({ value: late });
    expect(notAccept(ACCEPTED, late, FILED.filedAt, law).ok).toBe(false);
    expect(notAccept(FILED, { ...late, text: '' }, FILED.filedAt, law).ok).toBe(false);
  });

  it('hears the respondent once', () => {
    expect(answerComplaint(ACCEPTED, '评审合法。').ok).toBe(true);
    expect(answerComplaint(ACCEPTED, ' ').ok).toBe(false);
    expect(answerComplaint(FILED, '评审合法。').ok).toBe(false);
    expect(answerComplaint({ ...ACCEPTED, answeredAt: 1 }, '评审合法。')).toMatchObject({
      refusal: { code: 'complaint.answered_already' },
    });
  });

  it('ends at the word of its firm, or asks the authority where the law does', () => {
    expect(withdrawComplaint(FILED, '已和解', under('A'))).toEqual({ ok: true, value: 'ended' });
    expect(withdrawComplaint(ACCEPTED, '已和解', under('B'))).toEqual({ ok: true, value: 'ended' });
    expect(withdrawComplaint(ACCEPTED, '已和解', under('A'))).toEqual({ ok: true, value: 'asked' });
    expect(withdrawComplaint(ACCEPTED, '', under('A')).ok).toBe(false);
    const open = { ...ACCEPTED, withdrawalAskedAt: 1 };
    expect(withdrawComplaint(open, '已和解', under('A'))).toMatchObject({
      refusal: { code: 'complaint.withdrawal_open' },
    });
    expect(answerWithdrawal(open, '准予。').ok).toBe(true);
    expect(answerWithdrawal(ACCEPTED, '准予。')).toMatchObject({
      refusal: { code: 'complaint.withdrawal_unasked' },
    });
    expect(answerWithdrawal({ ...open, state: 'decided' }, '准予。').ok).toBe(false);
    expect(answerWithdrawal(open, '').ok).toBe(false);
    expect(withdrawComplaint({ ...ACCEPTED, state: 'decided' }, '已和解', under('A')).ok).toBe(
      false,
    );
  });
});

describe('standing still', () => {
  it('is told once, with its reason, and goes on once', () => {
    expect(stopClock(ACCEPTED, [], '送检', 0).ok).toBe(true);
    expect(stopClock(ACCEPTED, [], '', 0).ok).toBe(false);
    expect(stopClock(FILED, [], '送检', 0).ok).toBe(false);
    const open = [pause('2026-03-02', null)];
    expect(stopClock(ACCEPTED, open, '送检', at('2026-03-03'))).toMatchObject({
      refusal: { code: 'complaint.clock_stopped' },
    });
    expect(continueClock(ACCEPTED, open, at('2026-03-03'))).toEqual({ ok: true, value: open[0] });
    expect(continueClock(ACCEPTED, [], 0)).toMatchObject({
      refusal: { code: 'complaint.clock_running' },
    });
    expect(continueClock(FILED, open, 0).ok).toBe(false);
  });

  it('of the award has no end in works, and ends by itself after thirty days of procurement', () => {
    expect(suspendProcedure(ACCEPTED, [], '核查', at('2026-03-02'), under('A'))).toMatchObject({
      value: { until: null, law: { ruleId: 'complaint-suspend' } },
    });
    const first = suspendProcedure(ACCEPTED, [], '核查', at('2026-03-02'), under('B'));
    expect(first).toMatchObject({
      value: { until: endOfDate('2026-04-01'), law: { ruleId: 'gp-suspend-max-30d' } },
    });
    const ten = [pause('2026-03-02', '2026-03-12', 'suspension')];
    expect(suspendProcedure(ACCEPTED, ten, '核查', at('2026-03-16'), under('B'))).toMatchObject({
      value: { until: endOfDate('2026-04-05') },
    });
    const spent: Pause[] = [
      { kind: 'suspension', from: at('2026-03-02'), to: null, until: endOfDate('2026-04-01') },
    ];
    expect(suspendProcedure(ACCEPTED, spent, '核查', at('2026-03-09'), under('B'))).toMatchObject({
      refusal: { code: 'complaint.suspended_already' },
    });
    expect(suspendProcedure(ACCEPTED, spent, '核查', at('2026-04-02'), under('B'))).toMatchObject({
      refusal: { code: 'complaint.suspension_spent', law: { ruleId: 'gp-suspend-max-30d' } },
    });
    expect(suspendProcedure(ACCEPTED, [], ' ', 0, under('B')).ok).toBe(false);
    expect(suspendProcedure(FILED, [], '核查', 0, under('B')).ok).toBe(false);
    expect(resumeProcedure(spent, at('2026-03-09'))).toEqual({ ok: true, value: spent[0] });
    expect(resumeProcedure([], 0)).toMatchObject({ refusal: { code: 'complaint.not_suspended' } });
  });

  it('never lasts longer than the law in all, however often it is ordered', () => {
    const span = fc.record({
      wait: fc.integer({ min: 0, max: 5 }),
      length: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        let now = at('2026-03-02');
        const pauses: Pause[] = [];
        for (const { wait, length } of spans) {
          now += wait * DAY + HOUR;
          const order = suspendProcedure(ACCEPTED, pauses, '核查', now, under('B'));
          if (!order.ok) continue;
          const until = order.value.until ?? Infinity;
          const to = Math.min(now + length * DAY, until - 1);
          pauses.push({ kind: 'suspension', from: now, to, until });
          now = Math.max(now, to);
        }
        const days = pauses.reduce((sum, { from, to }) => sum + ((to ?? 0) - from) / DAY, 0);
        expect(days).toBeLessThanOrEqual(31);
      }),
    );
  });
});

describe('the decision', () => {
  const RESULT: DecisionFacts = {
    state: 'publicity',
    isDivided: false,
    contractSigned: false,
    isClosed: false,
  };
  const WISH = {
    outcome: 'upheld' as const,
    findings: '业绩证明系伪造。',
    basis: '招标投标法§54',
    order: 'leave_out' as const,
  };
  const decide = (
    wish = WISH as Parameters<typeof decideComplaint>[2],
    facts = RESULT,
    complaint = ACCEPTED,
    pauses: Pause[] = [],
  ) => decideComplaint(complaint, pauses, wish, facts, at('2026-03-09'), under('A'));

  it('has findings, a basis and, where it upholds, an order', () => {
    expect(decide()).toMatchObject({ value: { ...WISH, law: { ruleId: 'complaint-order' } } });
    expect(decide({ ...WISH, findings: ' ' }).ok).toBe(false);
    expect(decide({ ...WISH, order: null })).toMatchObject({
      refusal: { code: 'complaint.order_missing' },
    });
    expect(decide({ ...WISH, outcome: 'dismissed' })).toMatchObject({ value: { order: null } });
    expect(decide(WISH, RESULT, FILED).ok).toBe(false);
    expect(decide(WISH, RESULT, ACCEPTED, [pause('2026-03-02', null)])).toMatchObject({
      refusal: { code: 'complaint.clock_stopped' },
    });
  });

  it.each([
    ['published', {}, ['correct_documents', 'call_again', 'none']],
    ['evaluation', {}, ['leave_out', 'look_again', 'call_again', 'none']],
    ['publicity', {}, ['leave_out', 'look_again', 'call_again', 'none']],
    ['awarded', {}, ['leave_out', 'look_again', 'call_again', 'none']],
    ['awarded', { contractSigned: true }, ['none']],
    ['awarded', { isClosed: true }, ['none']],
    ['publicity', { isDivided: true }, ['none']],
    ['failed', {}, ['none']],
  ] as const)('of a tender that is %s with %j may order %j', (state, facts, orders) => {
    const all = { ...RESULT, ...facts, state };
    expect(possibleOrders(COMPLAINT_ORDERS, ACCEPTED, all, under('A'))).toEqual(orders);
  });

  it('says why an order cannot be given', () => {
    expect(refused(decide(WISH, { ...RESULT, contractSigned: true }))).toMatchObject({
      refusal: { code: 'complaint.contract_signed', law: { ruleId: 'complaint-order' } },
    });
    expect(refused(decide({ ...WISH, order: 'correct_documents' }))).toMatchObject({
      refusal: { code: 'complaint.order_impossible' },
    });
  });
});

describe('the figures', () => {
  it('count by year and regime, the latest year first, with the median', () => {
    expect(
      complaintFigures([
        { year: '2025', regime: 'A', outcome: 'upheld', days: 12 },
        { year: '2026', regime: 'B', outcome: 'dismissed', days: 20 },
        { year: '2026', regime: 'A', outcome: 'dismissed', days: null },
        { year: '2026', regime: 'B', outcome: 'upheld', days: 11 },
      ]),
    ).toEqual([
      { year: '2026', regime: 'A', upheld: 0, dismissed: 1, medianDays: null },
      { year: '2026', regime: 'B', upheld: 1, dismissed: 1, medianDays: 15.5 },
      { year: '2025', regime: 'A', upheld: 1, dismissed: 0, medianDays: 12 },
    ]);
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(workingDaysTaken(ACCEPTED, [], under('A'), CALENDAR)).toBeNull();
  });
});
