import fc from 'fast-check';
import { DAY } from '@core/kernel';
import { atBeijing, CALENDAR, endOfDate, legalDate, NATIONAL_2024, startOfDate } from '@core/rules';
import {
  ageOn,
  assessExpert,
  bansOf,
  APPLICATION_STATES,
  bansReachLimit,
  changeOwnFacts,
  checkApplication,
  decideExpert,
  emptyApplication,
  expertPoolTerms,
  expertStanding,
  followApplication,
  isUnderWay,
  lacksOf,
  newTerm,
  ownPoolTerms,
  pauseExpert,
  POOL_TERM_KEYS,
  publicUntil,
  removeExpert,
  renewExpert,
  reviewExpert,
  shortOfWorks,
  tieOf,
  warningsFrom,
  type Appointment,
  type ExpertContent,
  type ExpertDecision,
  type OwnFacts,
} from './index';

const at = atBeijing('2026-03-16', '09:00');
const terms = expertPoolTerms(NATIONAL_2024, at);
const authority = { organisationKind: 'authority' };

const content: ExpertContent = {
  ...emptyApplication('季明'),
  idDigest: 'd',
  bornOn: '1975-05-05',
  phone: '13900000000',
  employer: '青禾县设计院',
  region: '青禾县',
  education: '本科',
  title: '高级工程师',
  fieldSince: '2010-01-01',
  specialties: ['road', 'cost'],
  papers: (['identity', 'title', 'commitment'] as const).map((kind) => ({
    fileId: kind,
    kind,
    title: kind,
    sha256: '00',
  })),
};

const expert: Appointment = {
  state: 'appointed',
  termFrom: at - DAY,
  termUntil: at + 300 * DAY,
  bornOn: '1975-05-05',
  pause: null,
  ban: null,
  reviewPassed: null,
};

describe('the terms of a pool', () => {
  it('are read from the rules, each with its number, unit and citation', () => {
    expect(POOL_TERM_KEYS.map((key) => [key, terms[key].value, terms[key].unit])).toEqual([
      ['fieldYears', 8, 'year'],
      ['term', 1, 'year'],
      ['ageIn', 65, 'year'],
      ['ageOut', 70, 'year'],
      ['works', 3, 'count'],
      ['publicity', 7, 'day'],
      ['announcement', 3, 'day'],
      ['specialties', 2, 'count'],
      ['review', 12, 'month'],
      ['warnings', 3, 'count'],
      ['pause', 3, 'month'],
      ['pauseNotice', 3, 'workday'],
      ['ban', 6, 'month'],
      ['bansOut', 1, 'year'],
      ['recusalYears', 3, 'year'],
    ]);
    expect(POOL_TERM_KEYS.every((key) => terms[key].citation !== '')).toBe(true);
    expect(terms.fieldYears.origin).toBe('law');
    expect(terms.term.origin).toBe('model');
  });

  it('follow a set that states another number, a place that is adopted, and the pool’s own document', () => {
    const rule = NATIONAL_2024.rules.get('sh-expert-term-1y')!;
    const rules = new Map(NATIONAL_2024.rules).set(rule.id, { ...rule, value: 3 });
    expect(expertPoolTerms({ ...NATIONAL_2024, rules }, at).term.value).toBe(3);
    const adopted = { ...NATIONAL_2024, localities: ['上海'] };
    expect(expertPoolTerms(adopted, at).term.origin).toBe('law');
    expect(expertPoolTerms(adopted, atBeijing('2026-09-01', '00:00')).term.origin).toBe('model');
    const own = ownPoolTerms('{"term":{"value":5,"citation":"青政办〔2026〕3号"}}');
    expect(expertPoolTerms(NATIONAL_2024, at, own).term).toMatchObject({
      value: 5,
      unit: 'year',
      citation: '青政办〔2026〕3号',
      origin: 'own',
    });
  });

  it.each([
    ['{"tern":{"value":5,"citation":"x"}}', 'tern'],
    ['{"term":{"value":1.5,"citation":"x"}}', 'term'],
    ['{"term":{"value":2}}', 'citation'],
    ['{"term":null}', 'term'],
  ])('refuse %s of an administrator', (text, where) => {
    expect(() => ownPoolTerms(text)).toThrow(where);
  });
});

describe('an application', () => {
  const codeOf = (change: Partial<ExpertContent>): string | null => {
    const result = checkApplication({ ...content, ...change }, terms, at);
    return result.ok ? null : result.refusal.code;
  };

  it.each([
    [{}, null],
    [{ specialties: ['road', 'cost', 'civil'] }, 'expert.too_many_specialties'],
    [{ specialties: ['road', 'it'] }, 'expert.too_many_specialties'],
    [{ specialties: ['road', 'road'] }, null],
    [{ specialties: ['magic'] }, 'panel.specialty_unknown'],
    [{ bornOn: '1960-03-17' }, null],
    [{ bornOn: '1960-03-16' }, 'expert.too_old'],
    [{ fieldSince: '2018-03-16' }, null],
    [{ fieldSince: '2018-03-17' }, 'expert.too_short_in_field'],
    [{ phone: ' ' }, 'expert.application_incomplete'],
  ] as const)('%j → %s', (change, code) => {
    const wanted = change as Partial<ExpertContent>;
    // Over 65 begins with the 66th birthday.
    const born = 'bornOn' in change ? { bornOn: change.bornOn } : {};
    expect(codeOf({ ...wanted, ...born })).toBe(code);
  });

  it('says everything that is missing at once', () => {
    expect(lacksOf(content)).toEqual([]);
    expect(lacksOf(emptyApplication(''))).toEqual([
      'name',
      'phone',
      'employer',
      'region',
      'education',
      'title',
      'idNumber',
      'fieldSince',
      'specialties',
      'paper.identity',
      'paper.title',
      'paper.commitment',
    ]);
    expect(lacksOf({ ...content, titleLevel: 'equivalent' })).toEqual(['levelReason']);
  });

  it('points out specialties with too few works, and bars nobody for them', () => {
    const work = { specialty: 'road', name: '某路', role: '设计负责人', year: 2020 };
    const works = [work, work, work];
    expect(shortOfWorks({ ...content, works }, terms)).toEqual(['cost']);
    expect(codeOf({ works })).toBeNull();
  });

  it('ends in a state nothing follows, whatever happens to it', () => {
    const events = [
      'submit',
      'return',
      'publish',
      'refuse',
      'appoint',
      'withdraw',
      'edit',
    ] as const;
    for (const state of APPLICATION_STATES) {
      const follows = events.some((event) => followApplication(state, event).ok);
      expect([state, follows]).toEqual([state, isUnderWay(state)]);
    }
    expect(followApplication('applied', 'appoint').ok).toBe(false);
    expect(followApplication('draft', 'publish').ok).toBe(false);
  });

  it('is published for whole days, to the end of a working day', () => {
    expect(publicUntil(CALENDAR, terms.publicity, at)).toEqual({
      ok: true,
      value: endOfDate('2026-03-23'),
    });
  });
});

describe('the standing of an expert', () => {
  it.each([
    [{}, 'appointed'],
    [{ termUntil: at }, 'expired'],
    [{ termFrom: at + 1 }, 'not_yet'],
    [{ pause: { from: at, until: at + 1 } }, 'paused'],
    [{ pause: { from: at - 1, until: at } }, 'appointed'],
    [{ ban: { from: at, until: at + 1 }, termUntil: at }, 'banned'],
    [{ bornOn: '1956-03-16' }, 'over_age'],
    [{ bornOn: '1956-03-17' }, 'appointed'],
    [{ bornOn: null }, 'appointed'],
    [{ reviewPassed: false }, 'review_failed'],
    [{ state: 'removed', ban: { from: at, until: at + 1 } }, 'removed'],
    [{ state: 'paused' }, 'paused'],
  ] as const)('%j → %s', (change, standing) => {
    expect(expertStanding({ ...expert, ...change }, terms.ageOut, at)).toBe(standing);
  });

  it('never comes back by time alone once a term is over or somebody is too old', () => {
    const instants = fc.integer({ min: at - 400 * DAY, max: at + 9000 * DAY });
    fc.assert(
      fc.property(
        instants,
        fc.nat(2000 * DAY),
        instants,
        fc.nat(90 * DAY),
        (t, later, from, length) => {
          const one = { ...expert, pause: { from, until: from + length } };
          const ended = ['expired', 'over_age'];
          if (!ended.includes(expertStanding(one, terms.ageOut, t))) return;
          expect(ended).toContain(expertStanding(one, terms.ageOut, t + later));
        },
      ),
    );
  });

  it('counts whole years of age', () => {
    expect(ageOn('2000-02-29', '2026-02-27')).toBe(25);
    expect(ageOn('2000-02-29', '2026-02-28')).toBe(26);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.nat(30_000), (born, days) => {
        const on = legalDate((born + days) * DAY);
        const age = ageOn(legalDate(born * DAY), on);
        expect(Math.abs(age * 365.25 - days)).toBeLessThan(367);
      }),
    );
  });
});

describe('what happens to an appointment', () => {
  it('gives the next term from the end of the present one, after a passed review', () => {
    const soon = { ...expert, termUntil: at + 10 * DAY, reviewPassed: true, reviewDueAt: at + DAY };
    expect(renewExpert(soon, terms, at)).toEqual({
      ok: true,
      value: newTerm(terms, at + 10 * DAY),
    });
    const code = (change: object): string | null => {
      const result = renewExpert({ ...soon, ...change }, terms, at);
      return result.ok ? null : result.refusal.code;
    };
    expect(code({ termUntil: at - DAY })).toBeNull();
    expect(code({ termUntil: at + 61 * DAY })).toBe('expert.term_running');
    expect(code({ reviewDueAt: at })).toBe('expert.review_overdue');
    expect(code({ bornOn: '1956-03-20' })).toBe('expert.too_old');
    expect(code({ bornOn: '1950-01-01' })).toBe('expert.too_old');
    expect(code({ state: 'removed' })).toBe('expert.wrong_state');
    expect(code({ ban: { from: at, until: at + 1 } })).toBe('expert.wrong_state');
  });

  it('takes a pause that is announced in time and no longer than allowed', () => {
    const day = (date: string) => startOfDate(date);
    const code = (from: string, until: string, asked: 'expert' | 'keeper' = 'expert') => {
      const pause = { from: day(from), until: endOfDate(until), asked };
      const result = pauseExpert(expert, pause, terms, CALENDAR, at);
      return result.ok ? null : result.refusal.code;
    };
    expect(code('2026-03-19', '2026-06-19')).toBeNull();
    expect(code('2026-03-18', '2026-04-01')).toBe('expert.pause_too_soon');
    expect(code('2026-03-16', '2026-04-01', 'keeper')).toBeNull();
    expect(code('2026-03-19', '2026-06-20')).toBe('expert.pause_too_long');
    expect(code('2026-03-19', '2026-03-18')).toBe('expert.pause_too_long');
  });

  it('counts the warnings of the last period', () => {
    expect(warningsFrom(terms, at)).toBe(startOfDate('2025-03-16'));
  });

  it('does not pass a review with too many warnings, and wants a reason where it fails', () => {
    const review = (passed: boolean, text: string, warnings: number) => {
      const result = reviewExpert(expert, { passed, text }, warnings, terms, at);
      return result.ok ? result.value : result.refusal.code;
    };
    expect(review(true, '', 2)).toBe(true);
    expect(review(true, '', 3)).toBe('expert.warned_too_often');
    expect(review(false, '三次警示', 3)).toBe(false);
    expect(review(false, ' ', 0)).toBe('expert.decision_incomplete');
  });

  it('is let go by the keeper on facts that are so, never as a sanction', () => {
    const remove = (
      ground: Parameters<typeof removeExpert>[1],
      of: object = {},
      reason = '本人申请',
    ) => {
      const result = removeExpert({ ...expert, ...of }, ground, reason, terms, at);
      return result.ok ? null : [result.refusal.code, result.refusal.params?.missing];
    };
    expect(remove('own_request')).toBeNull();
    expect(remove('own_request', {}, ' ')).toEqual(['expert.decision_incomplete', ['reason']]);
    expect(remove('review_failed')).toEqual(['expert.decision_incomplete', ['ground']]);
    expect(remove('review_failed', { reviewPassed: false })).toBeNull();
    expect(remove('over_age')).toEqual(['expert.decision_incomplete', ['ground']]);
    expect(remove('over_age', { bornOn: '1950-01-01' })).toBeNull();
    expect(remove('decision')?.[0]).toBe('expert.authority_only');
    expect(remove('bans')?.[0]).toBe('expert.authority_only');
    expect(remove('health', { state: 'removed' })?.[0]).toBe('expert.wrong_state');
  });

  it('is assessed with a reason where it was poor', () => {
    expect(assessExpert('good', '').ok).toBe(true);
    expect(assessExpert('poor', ' ').ok).toBe(false);
    expect(assessExpert('poor', '迟到一小时').ok).toBe(true);
  });

  it('counts bans as far as they ran, however they follow one another', () => {
    const ban = (from: number, until: number) => ({ step: 'banned', at: from, untilAt: until });
    const lift = (from: number) => ({ step: 'lifted', at: from, untilAt: null });
    expect(bansOf([ban(1, 9), lift(4)])).toEqual([{ from: 1, until: 4 }]);
    expect(bansOf([ban(1, 9), lift(12)])).toEqual([{ from: 1, until: 9 }]);
    expect(bansOf([ban(1, 9), ban(5, 20)])).toEqual([
      { from: 1, until: 5 },
      { from: 5, until: 20 },
    ]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(50), fc.nat(50))), (acts) => {
        let now = 0;
        const steps = acts.map(([isBan, wait, length]) => {
          now += wait;
          return isBan ? ban(now, now + length) : lift(now);
        });
        const bans = bansOf(steps);
        for (const [index, { from, until }] of bans.entries()) {
          expect(until).toBeGreaterThanOrEqual(from);
          // No day is counted twice.
          expect(bans[index + 1]?.from ?? until).toBeGreaterThanOrEqual(until);
        }
      }),
    );
  });

  describe('by an authority', () => {
    const ban: ExpertDecision = {
      kind: 'ban',
      number: '青公管罚〔2026〕9号',
      reason: '泄露评审情况',
      until: at + 180 * DAY,
    };
    const decide = (change: Partial<ExpertDecision>, of: Partial<Appointment> = {}) =>
      decideExpert({ ...expert, ...of }, { ...ban, ...change }, authority, [], terms, at);

    it('is banned to a day, and is its alone', () => {
      expect(decide({})).toMatchObject({
        value: { state: 'appointed', ban: { from: at, until: at + 180 * DAY }, outByBans: false },
      });
      expect(decide({ until: null })).toMatchObject({
        refusal: { code: 'expert.decision_incomplete', params: { missing: ['until'] } },
      });
      expect(decide({ kind: 'remove' })).toMatchObject({
        refusal: { params: { missing: ['until'] } },
      });
      const centre = { organisationKind: 'centre' };
      expect(decideExpert(expert, ban, centre, [], terms, at)).toMatchObject({
        refusal: { code: 'expert.authority_only' },
      });
    });

    it('is lifted, removed, reinstated only where there is something to', () => {
      const none = { until: null };
      const banned = { ban: { from: at - 1, until: at + 9 } };
      expect(decide({ kind: 'lift', ...none })).toMatchObject({ refusal: {} });
      expect(decide({ kind: 'lift', ...none }, banned)).toMatchObject({ value: { ban: null } });
      expect(decide({ kind: 'remove', ...none })).toMatchObject({ value: { state: 'removed' } });
      expect(decide({ kind: 'reinstate', ...none })).toMatchObject({ refusal: {} });
      expect(decide({ kind: 'reinstate', ...none }, { state: 'removed' })).toMatchObject({
        value: { state: 'appointed' },
      });
    });

    it('is out of the pool when bans make up a year', () => {
      const half = { from: at - 400 * DAY, until: at - 217 * DAY };
      expect(bansReachLimit([half], terms.bansOut)).toBe(false);
      const result = decideExpert(
        expert,
        { ...ban, until: at + 182 * DAY },
        authority,
        [half],
        terms,
        at,
      );
      expect(result).toMatchObject({ value: { state: 'removed', outByBans: true } });
    });
  });
});

describe('what an expert keeps up to date himself', () => {
  const facts = { phone: '1', employer: '甲院', employerCode: '', region: '青禾县', recusals: [] };

  it('wants to be complete', () => {
    expect(changeOwnFacts(facts, { ...facts, phone: ' ' })).toMatchObject({
      refusal: { params: { missing: ['phone'] } },
    });
    expect(changeOwnFacts(facts, { ...facts, recusals: [' 乙公司 ', ''] })).toMatchObject({
      value: { recusals: ['乙公司'] },
    });
  });

  it('never opens a tender of a former employer, however often it is changed', () => {
    const word = fc.constantFrom('甲院', '乙院', '丙院', '91350100M000100Y43');
    const edit = fc.record({ employer: word, employerCode: word, recusals: fc.array(word) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 6 }), ([first, ...edits]) => {
        let now: OwnFacts = { ...facts, ...first };
        const named = new Set<string>();
        for (const one of edits) {
          for (const name of [now.employer, now.employerCode, ...now.recusals]) named.add(name);
          const changed = changeOwnFacts(now, { ...facts, ...one });
          if (!changed.ok) throw new Error('not taken');
          now = changed.value;
          // The pool holds the credit code of the employer against parties too.
          const held = { ...now, recusals: [...now.recusals, now.employerCode] };
          for (const name of named) {
            const tender = [{ name, creditCode: null, role: 'tenderer' as const }];
            expect(tieOf(held, tender)).toBe('tied_to_tenderer');
          }
          expect(new Set(now.recusals).size).toBe(now.recusals.length);
        }
      }),
    );
  });
});
