import { DAY, fen, parseInstant } from '@core/kernel';
import * as days from 'chinese-days';
import { NATIONAL_2024_FILE as national } from './sets/national-2024/index';
import {
  assess,
  addDays,
  blocking,
  CALENDAR,
  checkBidBond,
  checkPanelSize,
  checkTimetable,
  classify,
  deadlineDays,
  COUNTY_2013,
  endOfDate,
  highestBidBond,
  isWorkday,
  lastDayOf,
  lastWorkdayOf,
  legalDate,
  methodsFor,
  NATIONAL_2024,
  proposedMethod,
  proposeTimetable,
  publicityWindow,
  readCalendarYear,
  readRuleSet,
  REGIMES,
  ruleFor,
  splittingAlerts,
  withYears,
  type Finding,
  type LocalBand,
  type ProjectFacts,
  type SimilarProject,
} from './index';

const yuan = (amount: number): ReturnType<typeof fen> => fen(Math.round(amount * 100));
const works = (estimate: number, more: Partial<ProjectFacts> = {}): ProjectFacts => ({
  kind: 'works',
  owner: 'township',
  partOfWorks: true,
  fiscalFunds: true,
  estimate: yuan(estimate),
  totalInvestment: yuan(estimate),
  ...more,
});

/** The legal date on which the law is asked. */
const ON = '2026-03-02';

describe('calendar', () => {
  it('agrees with the official calendar of each year it knows', () => {
    for (let day = '2025-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      expect([day, isWorkday(CALENDAR, day)]).toEqual([
        day,
        { ok: true, value: days.isWorkday(day) },
      ]);
    }
  });

  it('refuses a year that has not been announced', () => {
    expect(isWorkday(CALENDAR, '2027-01-04')).toMatchObject({
      refusal: { code: 'calendar.year_unknown', params: { year: '2027' } },
    });
    expect(lastWorkdayOf(CALENDAR, '2026-12-30', 5).ok).toBe(false);
  });

  it.each([
    ['award letter → contract', '2026-01-16', 30, '2026-02-24'],
    ['evaluation report → publication', '2026-04-02', 3, '2026-04-07'],
    ['publication of candidates', '2026-04-07', 3, '2026-04-10'],
    ['knowledge → complaint', '2026-04-25', 10, '2026-05-06'],
    ['contract → bond refund', '2026-09-29', 5, '2026-10-08'],
    ['documents → deadline', '2026-03-02', 20, '2026-03-23'],
  ])('%s: %s + %i days ends on %s', (_name, from, count, last) => {
    expect(lastDayOf(CALENDAR, from, count)).toEqual({ ok: true, value: last });
  });

  it.each([
    ['complaint accepted', '2026-02-13', 3, '2026-02-25'],
    ['complaint decided', '2026-02-25', 30, '2026-04-08'],
    ['procurement query', '2026-04-30', 7, '2026-05-13'],
  ])('%s: %s + %i working days ends on %s', (_name, from, count, last) => {
    expect(lastWorkdayOf(CALENDAR, from, count)).toEqual({ ok: true, value: last });
  });

  it('lets a Beijing date end at 16:00 UTC', () => {
    expect(endOfDate('2026-03-02')).toBe(parseInstant('2026-03-02T16:00:00.000Z'));
    expect(legalDate(endOfDate('2026-03-02') - 1)).toBe('2026-03-02');
  });
});

describe('classification', () => {
  it.each([
    [3_999_999.99, 'C', false],
    [4_000_000, 'A', true],
    [3_600_000, 'C', false],
  ])('works of %d yuan fall under %s', (estimate, regime, mustTender) => {
    expect(classify(NATIONAL_2024, works(estimate), ON)).toMatchObject({ regime, mustTender });
  });

  it('counts exactly five million as above in the county policy, by total investment', () => {
    const at = (investment: number): string =>
      classify(COUNTY_2013, works(100, { totalInvestment: yuan(investment) }), ON).regime;
    expect([at(4_999_999.99), at(5_000_000)]).toEqual(['C', 'A']);
  });

  it('puts office goods bought by an agency under procurement law, and villages under their own', () => {
    const goods = works(900_000, { kind: 'goods', partOfWorks: false, owner: 'agency' });
    expect(classify(NATIONAL_2024, goods, ON).regime).toBe('B');
    expect(classify(NATIONAL_2024, works(400_000, { owner: 'village' }), ON).regime).toBe('D');
  });

  it('come in the order of the county’s policy where it lets small works in its pool', () => {
    const order = (set: typeof NATIONAL_2024, regime: (typeof REGIMES)[number], on = ON) =>
      methodsFor(set, regime, on).map(({ method }) => method);
    const open = [
      'open_tender',
      'invited_tender',
      'comparison',
      'direct_choice',
      'reasonable_low_price',
      'lottery',
      'framework_agreement',
    ];
    for (const regime of REGIMES) expect(order(NATIONAL_2024, regime)).toEqual(open);
    for (const regime of ['A', 'B'] as const) expect(order(COUNTY_2013, regime)).toEqual(open);
    for (const regime of ['C', 'D'] as const) {
      expect(order(COUNTY_2013, regime)).toEqual([
        'reasonable_low_price',
        'lottery',
        'open_tender',
        'invited_tender',
        'comparison',
        'direct_choice',
        'framework_agreement',
      ]);
    }
    expect(proposedMethod(methodsFor(COUNTY_2013, 'C', ON))).toBe('reasonable_low_price');
    expect(proposedMethod(methodsFor(NATIONAL_2024, 'C', ON))).toBe('open_tender');
    const [first] = methodsFor(COUNTY_2013, 'C', ON);
    expect(first?.findings[0]).toMatchObject({ ruleId: 'county-pool-lottery' });
  });

  it('refuses the lottery where it must be tendered, and wants a basis below', () => {
    const lottery = (regime: (typeof REGIMES)[number]): string | undefined =>
      methodsFor(NATIONAL_2024, regime, '2026-03-02').find((one) => one.method === 'lottery')
        ?.verdict;
    expect(REGIMES.map(lottery)).toEqual(['refused', 'refused', 'needs-basis', 'needs-basis']);
    const refused = methodsFor(NATIONAL_2024, 'A', '2026-03-02').find(
      (one) => one.method === 'lottery',
    );
    expect(refused?.findings[0]).toMatchObject({
      ruleId: 'no-lottery-award',
      outcome: 'violated',
      citation: expect.stringContaining('1117') as string,
    });
  });

  const now = parseInstant('2026-03-02T01:00:00.000Z')!;
  const one = (
    code: string,
    estimate: number,
    more: Partial<SimilarProject> = {},
  ): SimilarProject => ({
    code,
    estimate: yuan(estimate),
    totalInvestment: yuan(estimate),
    partOfWorks: true,
    openly: false,
    createdAt: now,
    ...more,
  });
  const alerts = (
    facts: ProjectFacts,
    similar: readonly SimilarProject[],
    local: LocalBand | null = null,
    set = NATIONAL_2024,
  ): readonly Finding[] => splittingAlerts(set, facts, similar, local, ON);

  it('notices that small projects add up', () => {
    const similar = [one('P-1', 2_000_000, { totalInvestment: yuan(9_000_000) })];
    expect(alerts(works(1_999_999), similar)).toEqual([]);
    expect(alerts(works(2_000_000), similar)).toMatchObject([
      { ruleId: 'no-split-evasion', outcome: 'violated' },
    ]);
    const old = [one('P-1', 2_000_000, { createdAt: now - 366 * DAY })];
    expect(alerts(works(2_000_000), old)).toEqual([]);
    // In the county of 2013 the threshold is one of the total investment.
    const invested = (sum: number): readonly Finding[] =>
      alerts(
        works(4_500_000, { totalInvestment: yuan(sum) }),
        [one('P-1', 1, { totalInvestment: yuan(500_000) })],
        null,
        COUNTY_2013,
      );
    expect(invested(4_499_999)).toEqual([]);
    expect(invested(4_500_000)).toMatchObject([{ facts: { threshold: yuan(5_000_000) } }]);
  });

  it('notices what the lots of a project that must be tendered leave out', () => {
    const alert = (inLots: number, more: Partial<ProjectFacts> = {}): readonly Finding[] =>
      alerts(works(5_000_000, { inLots: yuan(inLots), ...more }), []);
    expect(alert(4_200_000)).toMatchObject([
      { ruleId: 'no-split-evasion', outcome: 'violated', facts: { leftOut: yuan(800_000) } },
    ]);
    expect(alert(5_000_000)).toEqual([]);
    expect(alerts(works(5_000_000), [])).toEqual([]);
    expect(alert(4_200_000, { owner: 'private', fiscalFunds: false })).toEqual([]);
    expect(alerts(works(1_000_000, { inLots: yuan(500_000) }), [])).toEqual([]);
  });

  describe('what a state body buys of one category in a fiscal year', () => {
    const goods = (estimate: number, more: Partial<ProjectFacts> = {}): ProjectFacts =>
      works(estimate, { kind: 'goods', owner: 'agency', partOfWorks: false, ...more });
    const bought = (...sums: number[]): readonly SimilarProject[] =>
      sums.map((sum, at) => one(`P-${at}`, sum, { partOfWorks: false }));

    it('counts against the procurement limit, from the limit on', () => {
      expect(alerts(goods(149_999.99), bought(150_000))).toEqual([]);
      expect(alerts(goods(150_000), bought(150_000))).toMatchObject([
        { ruleId: 'gp-split-year', facts: { threshold: yuan(300_000), projects: 'P-0' } },
      ]);
      expect(alerts(goods(150_000, { inCatalogue: true }), bought(150_000))).toEqual([]);
      expect(alerts(goods(150_000, { owner: 'state_company' }), bought(150_000))).toEqual([]);
    });

    it('counts against the open-tender amount, above it', () => {
      expect(alerts(goods(1_000_000), bought(1_000_000))).toEqual([]);
      expect(alerts(goods(1_000_000.01), bought(1_000_000))).toMatchObject([
        { ruleId: 'gp-split-year', facts: { threshold: yuan(2_000_000) } },
      ]);
    });

    it('leaves out what was tendered openly: nothing was evaded', () => {
      const open = [one('P-0', 1_500_000, { partOfWorks: false, openly: true })];
      expect(alerts(goods(1_000_000), open)).toEqual([]);
      expect(alerts(goods(1_000_000), [...open, ...bought(1_000_001)])).toMatchObject([
        { facts: { projects: 'P-0', total: yuan(2_000_001) } },
      ]);
    });

    it('is of this year alone, and what belongs to works is not among it', () => {
      const lastYear = [one('P-0', 290_000, { partOfWorks: false, createdAt: now - 70 * DAY })];
      expect(alerts(goods(150_000), lastYear)).toEqual([]);
      expect(alerts(goods(150_000), [one('P-0', 290_000)])).toEqual([]);
    });
  });

  it('notices that small purchases leave the band of their place together', () => {
    const local: LocalBand = {
      documentNumber: '流政发〔2026〕5号',
      title: '限额以下管理办法',
      measure: 'estimate',
      methods: ['direct_choice'],
      decidedBy: '',
      from: yuan(0),
      below: yuan(50_000),
      amount: yuan(20_000),
    };
    expect(alerts(works(20_000), [one('P-1', 29_999.99)], local)).toEqual([]);
    expect(alerts(works(20_000), [one('P-1', 30_000)], local)).toMatchObject([
      {
        ruleId: 'local-procedure',
        outcome: 'violated',
        severity: 'warn',
        citation: '流政发〔2026〕5号',
        facts: { total: yuan(50_000), threshold: yuan(50_000), projects: 'P-1' },
      },
    ]);
  });
});

describe('timetable', () => {
  const held = (found: ReturnType<typeof checkTimetable>): readonly Finding[] => {
    if (!found.ok) throw new Error('refused');
    return found.value;
  };
  const publishAt = parseInstant('2026-03-02T01:00:00.000Z')!;

  it('proposes one that it finds lawful itself, under every regime and set', () => {
    for (const set of [NATIONAL_2024, COUNTY_2013]) {
      for (const regime of REGIMES) {
        const proposed = proposeTimetable(set, regime, publishAt, CALENDAR);
        if (!proposed.ok) throw new Error('refused');
        const findings = held(checkTimetable(set, regime, proposed.value, CALENDAR));
        expect(findings.filter((one) => one.outcome === 'violated')).toEqual([]);
      }
    }
  });

  it('names the rule and the earliest date when the law is broken', () => {
    const proposed = proposeTimetable(NATIONAL_2024, 'A', publishAt, CALENDAR);
    if (!proposed.ok) throw new Error('refused');
    const deadline = proposed.value.deadline - 5 * DAY;
    const findings = held(
      checkTimetable(
        NATIONAL_2024,
        'A',
        { ...proposed.value, deadline, openAt: deadline },
        CALENDAR,
      ),
    );
    expect(blocking(findings).map((one) => one.ruleId)).toContain('bid-prep-min-20d');
    expect(findings[0]?.facts).toMatchObject({ minimum: 20, earliest: '2026-03-23' });
  });

  it('is refused, never guessed, where a year that counts is not known', () => {
    const late = parseInstant('2026-12-20T01:00:00.000Z')!;
    const unknown = { refusal: { code: 'calendar.year_unknown', params: { year: '2027' } } };
    const deadline = parseInstant('2027-01-20T01:30:00.000Z')!;
    const timetable = {
      publishAt: late,
      documentsUntil: deadline,
      clarifyUntil: late,
      objectUntil: late,
      deadline,
      openAt: deadline,
    };
    for (const regime of REGIMES) {
      expect(checkTimetable(NATIONAL_2024, regime, timetable, CALENDAR)).toMatchObject(unknown);
      expect(assess(NATIONAL_2024, works(1_000_000), late + 20 * DAY, CALENDAR)).toMatchObject(
        unknown,
      );
    }
    const [day] = deadlineDays(NATIONAL_2024, 'A', timetable, '09:30', 70, CALENDAR).slice(-1);
    expect(day).toMatchObject({ date: '2027-02-27', works: null });
  });

  it('gives the result of a procurement one working day, candidates three days', () => {
    const monday = parseInstant('2026-03-02T01:00:00.000Z')!;
    const friday = parseInstant('2026-03-06T01:00:00.000Z')!;
    expect(publicityWindow(NATIONAL_2024, 'B', monday, CALENDAR)).toMatchObject({
      value: { days: 1, until: endOfDate('2026-03-03'), rule: { id: 'gp-result-publicity-1wd' } },
    });
    expect(publicityWindow(NATIONAL_2024, 'B', friday, CALENDAR)).toMatchObject({
      value: { until: endOfDate('2026-03-09') },
    });
    const bare = { ...NATIONAL_2024, rules: new Map() };
    expect(publicityWindow(bare, 'A', monday, CALENDAR)).toMatchObject({
      value: { days: 0, until: monday, rule: null },
    });
  });

  it('ends the publication of candidates at 24:00 of its last working day', () => {
    const window = publicityWindow(
      NATIONAL_2024,
      'A',
      parseInstant('2026-04-07T01:00:00.000Z')!,
      CALENDAR,
    );
    expect(window).toMatchObject({
      value: { days: 3, until: parseInstant('2026-04-10T16:00:00.000Z') },
    });
  });
});

describe('the assessment of a project', () => {
  it.each([
    ['works of eight million', works(8_000_000), 'bid-prep-min-20d', 'invite-min-3'],
    [
      'goods of an agency',
      works(1_000_000, { kind: 'goods', owner: 'agency', partOfWorks: false }),
      'gp-prep-20d',
      'gp-random-invite',
    ],
  ])(
    'cites the rules its time-table and its methods come from: %s',
    (_what, facts, prep, invite) => {
      const publishAt = parseInstant('2026-03-02T01:00:00.000Z')!;
      const found = assess(NATIONAL_2024, facts, publishAt, CALENDAR);
      if (!found.ok) throw new Error(found.refusal.code);
      const { earliestFindings, methods } = found.value;
      expect(earliestFindings.map((one) => one.ruleId)).toContain(prep);
      expect(blocking(earliestFindings)).toEqual([]);
      const invited = methods.find((one) => one.method === 'invited_tender');
      expect(invited?.findings.map((one) => one.ruleId)).toContain(invite);
    },
  );
});

describe('panel and bond', () => {
  it.each([
    [5, 1, true],
    [5, 2, false],
    [4, 1, false],
    [3, 1, false],
    [7, 2, true],
  ])('a panel of %i with %i of the tenderer: %s', (total, tenderer, lawful) => {
    const findings = checkPanelSize(NATIONAL_2024, 'A', { total, tenderer }, ON);
    expect(blocking(findings).length === 0).toBe(lawful);
  });

  it('a panel of government procurement grows with the budget', () => {
    const size = (total: number, estimate: number): boolean =>
      blocking(
        checkPanelSize(NATIONAL_2024, 'B', { total, tenderer: 1, estimate: yuan(estimate) }, ON),
      ).length === 0;
    expect(size(5, 9_999_999)).toBe(true);
    expect(size(5, 10_000_000)).toBe(false);
    expect(size(7, 10_000_000)).toBe(true);
  });

  it('caps the bid bond at 2 % and, for works, at 800,000 yuan', () => {
    expect(highestBidBond(NATIONAL_2024, 'A', 'works', yuan(4_000_000), ON)).toBe(yuan(80_000));
    expect(highestBidBond(NATIONAL_2024, 'A', 'works', yuan(100_000_000), ON)).toBe(yuan(800_000));
    const sums = { bond: yuan(80_000.01), estimate: yuan(4_000_000) };
    expect(blocking(checkBidBond(NATIONAL_2024, 'A', 'works', sums, ON))).toHaveLength(1);
  });
});

/** The rule that is spoilt. */
const FIRST = national.rules[0]?.id ?? '';

describe('rule sets as data', () => {
  it('quote their source, and say what was not checked', () => {
    for (const rule of NATIONAL_2024.rules.values()) {
      expect(rule.citation.length).toBeGreaterThan(3);
      if (rule.status === 'checked') expect(rule.quote.length).toBeGreaterThan(2);
    }
    expect([...COUNTY_2013.rules.values()].some((rule) => rule.status === 'unverified')).toBe(true);
    expect(COUNTY_2013.notice?.zh).toContain('历史政策');
  });

  it('let no county take a limit away, nor pass for a set that ships', () => {
    const own = (change: object, rule: object): unknown =>
      readRuleSet(
        {
          ...national,
          id: 'county-own',
          base: 'national-2024',
          rules: national.rules
            .filter(({ id }) => id === 'below-prep-5d')
            .map((one) => ({ ...one, ...rule })),
          ...change,
        },
        [NATIONAL_2024],
      );
    expect(own({}, { value: null, unit: null })).toMatchObject({
      refusal: { params: { where: 'rules[0].value: below-prep-5d has a limit in national-2024' } },
    });
    expect(own({ id: 'national-2024' }, {})).toMatchObject({
      refusal: { params: { where: 'id: national-2024 ships with the platform' } },
    });
    expect(own({}, {})).toMatchObject({ ok: true });
  });

  it('let a county change numbers without code, under a hash of its own', () => {
    const own = {
      ...national,
      id: 'county-own',
      base: 'national-2024',
      rules: national.rules
        .filter((rule) => rule.id === 'below-prep-5d')
        .map((rule) => ({ ...rule, value: 8 })),
    };
    const set = readRuleSet(own, [NATIONAL_2024]);
    if (!set.ok) throw new Error('refused');
    expect(set.value.rules.get('below-prep-5d')?.value).toBe(8);
    expect(set.value.rules.size).toBe(NATIONAL_2024.rules.size);
    expect(set.value.hash).not.toBe(NATIONAL_2024.hash);
  });

  it.each([
    [{ format: 'x' }, 'format'],
    [{ ...national, rules: [{ ...national.rules[0], severity: 'maybe' }] }, 'rules[0].severity'],
    [{ ...national, rules: [national.rules[0], national.rules[0]] }, 'rules: an id twice'],
    [{ ...national, base: 'nowhere' }, 'base'],
    [{ ...national, calendar: 'cn-2025-2026' }, 'calendar: unknown key'],
    [{ ...national, title: { ...national.title, fr: '' } }, 'title.fr: unknown key'],
    [
      { ...national, settings: { ...national.settings, lotery: {} } },
      'settings.lotery: unknown key',
    ],
    [
      {
        ...national,
        settings: { ...national.settings, lottery: { ...national.settings.lottery, E: 'allowed' } },
      },
      'settings.lottery.E: unknown key',
    ],
    [
      { ...national, rules: [{ ...national.rules[0], valid_to: null }] },
      'rules[0].valid_to: unknown key',
    ],
    [{ ...national, rules: [{ ...national.rules[0], from: '2026-02-30' }] }, 'rules[0].from'],
    [
      { ...national, rules: [{ ...national.rules[0], from: '2026-03-02', to: '2026-03-01' }] },
      'rules[0].to',
    ],
    [
      { ...national, rules: [{ ...national.rules[0], regimes: [] }] },
      `rules[0].regimes: ${FIRST} applies to none`,
    ],
    [
      { ...national, rules: [{ ...national.rules[0], value: -1 }] },
      `rules[0].value: ${FIRST} is below zero`,
    ],
    [
      { ...national, rules: [{ ...national.rules[0], value: 5, unit: null }] },
      `rules[0].unit: ${FIRST} has a value and no unit`,
    ],
    [
      { ...national, rules: [{ ...national.rules[0], value: null, unit: 'day' }] },
      `rules[0].value: ${FIRST} has a unit and no value`,
    ],
    [{ ...national, rules: [{ ...national.rules[0], citation: ' ' }] }, 'rules[0].citation: empty'],
    [{ ...national, id: 'An id' }, 'id'],
    [
      { ...national, settings: { ...national.settings, belowThresholdOf: 'investment' } },
      'settings.belowThresholdOf: no rule county-threshold-500 with a sum for A',
    ],
    [
      { ...national, settings: { ...national.settings, signUpBeforeDocuments: true } },
      'settings.signUpBeforeDocuments: no rule county-sign-up-first',
    ],
    [
      { ...national, settings: { ...national.settings, legalRepresentativeAttends: true } },
      'settings.legalRepresentativeAttends: no rule county-legal-rep',
    ],
  ])('refuse a malformed file, naming the place', (raw, where) => {
    expect(readRuleSet(raw)).toMatchObject({
      refusal: { code: 'rules.malformed', params: { where } },
    });
  });
});

describe('a year entered by hand', () => {
  const year = {
    year: '2027',
    off: [
      ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'],
      ...['2027-02-10', '2027-02-11', '2027-04-05', '2027-05-01', '2027-10-01', '2027-10-02'],
    ],
    work: ['2027-02-14'],
  };

  it('counts beside the years that ship, and in the place of one of them', () => {
    const read = readCalendarYear(year);
    if (!read.ok) throw new Error('refused');
    const calendar = withYears(CALENDAR, [read.value]);
    expect(isWorkday(calendar, '2027-02-14')).toEqual({ ok: true, value: true });
    expect(isWorkday(calendar, '2027-02-10')).toEqual({ ok: true, value: false });
    expect(isWorkday(calendar, '2026-03-02')).toEqual({ ok: true, value: true });
    expect(lastWorkdayOf(calendar, '2026-12-30', 3)).toEqual({ ok: true, value: '2027-01-05' });
  });

  it.each([
    [{ ...year, year: '27' }, '27'],
    [{ ...year, off: [...year.off, '2027-02-30'] }, '2027-02-30'],
    [{ ...year, off: [...year.off, '2026-12-31'] }, '2026-12-31'],
    [{ ...year, work: ['2027-02-15'] }, '2027-02-15'],
    [{ ...year, work: ['2027-02-06'] }, '2027-02-06'],
    [{ ...year, off: year.off.slice(1) }, '2027-01-01'],
    [{ ...year, off: ['2027-01-01'] }, '1'],
  ])('is refused where a day is wrong', (entered, where) => {
    expect(readCalendarYear(entered)).toMatchObject({
      refusal: { code: 'calendar.malformed', params: { where } },
    });
  });
});

describe('rules of a place', () => {
  const rule = { ...national.rules[0], id: 'place-rule', locality: '濮阳' };
  const adopted = (localities?: unknown) =>
    readRuleSet(
      {
        ...national,
        id: 'own',
        base: 'national-2024',
        rules: [rule],
        ...(localities === undefined ? {} : { localities }),
      },
      [NATIONAL_2024],
    );

  it('apply where the set adopts the place', () => {
    const applies = (localities?: unknown): boolean => {
      const set = adopted(localities);
      return set.ok && ruleFor(set.value, 'place-rule', 'A', '2026-03-02') !== null;
    };
    expect([applies(), applies(['上海']), applies(['濮阳'])]).toEqual([false, false, true]);
    expect(adopted('濮阳')).toMatchObject({ refusal: { params: { where: 'localities' } } });
  });

  it('and rules apply on their days only', () => {
    const on = (day: string) => ruleFor(NATIONAL_2024, 'no-lottery-award', 'A', day);
    expect(on('2027-08-31')).not.toBeNull();
    expect(on('2027-09-01')).toBeNull();
  });
});
