import { DAY, fen, parseInstant } from '@core/kernel';
import type { Actor } from '@core/identity';
import {
  CALENDAR,
  NATIONAL_2024,
  proposeTimetable,
  type Regime,
  type Timetable,
} from '@core/rules';
import {
  allowedActions,
  awardTender,
  can,
  closeBidding,
  publishTender,
  stagesOf,
  takeBeforeDeadline,
  isEnded,
  terminateTender,
  AWARDED_STATES,
  furtherState,
  isAwarded,
  TENDER_STATES,
  TENDER_TRANSITIONS,
  type Tender,
} from './index';

const now = parseInstant('2026-03-02T01:00:00.000Z')!;

function lawful(regime: Regime): Timetable {
  const proposed = proposeTimetable(NATIONAL_2024, regime, now, CALENDAR);
  if (!proposed.ok) throw new Error('no timetable');
  return proposed.value;
}

const draft: Tender = {
  id: 't',
  code: 'T2026-0001',
  projectId: 'p',
  tendererId: 'town',
  agencyId: null,
  state: 'draft',
  version: 1,
  regime: 'C',
  kind: 'works',
  method: 'open_tender',
  ruleSetId: 'national-2024',
  estimate: fen(360_000_000),
  ceiling: null,
  bidBond: fen(5_000_000),
  timetable: null,
  publicityUntil: null,
  suspendedAt: null,
};
const facts = {
  timetable: lawful('C'),
  documents: 1,
  basis: null,
  lots: [],
  plan: null,
  local: null,
  set: NATIONAL_2024,
  calendar: CALENDAR,
};
const published: Tender = { ...draft, state: 'published', timetable: lawful('C') };
const actor = (role: Actor['role'], organisationId: string): Actor => ({
  personId: 'x',
  organisationId,
  organisationKind: 'centre',
  role,
  from: null,
});

describe('tender states', () => {
  it('are all reachable, and the last ones are final', () => {
    const reached = new Set<string>(['draft']);
    for (let grew = true; grew;) {
      const before = reached.size;
      for (const state of TENDER_STATES) {
        if (reached.has(state)) TENDER_TRANSITIONS[state].forEach((next) => reached.add(next));
      }
      grew = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...TENDER_STATES].sort());
    const final = TENDER_STATES.filter((state) => TENDER_TRANSITIONS[state].length === 0);
    expect(final).toEqual(['archived', 'failed', 'terminated']);
    // An award is the end too, unless a query upheld afterwards makes it void.
    expect(TENDER_TRANSITIONS.awarded).toEqual(['publicity', 'failed', 'contracted']);
    const ends = [...AWARDED_STATES, 'failed', 'terminated'];
    expect(TENDER_STATES.filter(isEnded)).toEqual(ends);
    expect(TENDER_STATES.filter(isAwarded)).toEqual(['awarded', 'contracted', 'archived']);
  });

  it('goes on after an award with the contracts of all its lots, then with the end of its record', () => {
    for (const state of TENDER_STATES) {
      const all = furtherState(state, [true, true], false);
      expect(all).toBe(state === 'awarded' ? 'contracted' : null);
      expect(furtherState(state, [true, false], true)).toBe(
        state === 'contracted' ? 'archived' : null,
      );
      expect(furtherState(state, [], false)).toBeNull();
      for (const next of [all, furtherState(state, [], true)]) {
        if (next !== null) expect(TENDER_TRANSITIONS[state]).toContain(next);
      }
    }
  });

  it('show a time-line that knows what time it is', () => {
    const state = (at: number, stage: string): string | undefined =>
      stagesOf(published, at).find((one) => one.stage === stage)?.state;
    expect(state(now + 1, 'bidding')).toBe('now');
    expect(state(published.timetable!.deadline, 'opening')).toBe('now');
    expect(stagesOf({ ...published, state: 'failed' }, now).at(-1)).toMatchObject({
      stage: 'opening',
      state: 'failed',
    });
    const late = { ...published, state: 'failed', publicityUntil: now } as const;
    expect(stagesOf(late, now).slice(-2)).toMatchObject([
      { stage: 'evaluation', state: 'done' },
      { stage: 'publicity', state: 'failed' },
    ]);
  });
});

describe('publication', () => {
  it('is refused with the rule that stands against it', () => {
    const early = { ...facts.timetable, deadline: now + 4 * DAY, openAt: now + 4 * DAY };
    const refusal = publishTender(draft, { ...facts, timetable: early }, now);
    expect(refusal).toMatchObject({
      refusal: { code: 'tender.unlawful', law: { ruleId: 'below-prep-5d' } },
    });
    const bond = publishTender({ ...draft, bidBond: fen(360_000_000) }, facts, now);
    expect(bond).toMatchObject({ refusal: { law: { ruleId: 'below-bond-2pct' } } });
    expect(publishTender(draft, { ...facts, documents: 0 }, now)).toMatchObject({
      refusal: { code: 'tender.no_documents' },
    });
    const must = { ...draft, regime: 'A' as const, method: 'open_tender' as const };
    expect(publishTender(must, { ...facts, documents: 0 }, now)).toMatchObject({
      refusal: { code: 'tender.no_documents', law: { citation: '招标投标法实施条例§16' } },
    });
  });

  it('never allows a lottery for works that must be tendered, and wants a basis below', () => {
    const must = { ...draft, regime: 'A' as const, method: 'lottery' as const };
    expect(publishTender(must, { ...facts, timetable: lawful('A') }, now)).toMatchObject({
      refusal: { code: 'tender.unlawful', law: { ruleId: 'no-lottery-award' } },
    });
    const below = { ...draft, method: 'lottery' as const };
    expect(publishTender(below, facts, now)).toMatchObject({
      refusal: { code: 'tender.basis_missing' },
    });
    const paper = { documentNumber: '青政办〔2026〕1号', fileId: 'f', sha256: 'aa' };
    const basis = { ...paper, method: 'lottery' as const, fairCompetitionReview: 'F' };
    expect(publishTender(below, { ...facts, basis }, now).ok).toBe(true);
    const other = { ...paper, method: 'invited_tender' as const, condition: 'C' };
    expect(publishTender(below, { ...facts, basis: other }, now)).toMatchObject({
      refusal: { code: 'tender.basis_missing' },
    });
  });

  it.each<[Regime, string | null]>([
    ['A', 'invite-condition'],
    ['B', 'gp-invited'],
    ['C', null],
    ['D', null],
  ])('of an invited tender names the condition for inviting, under %s', (regime, ruleId) => {
    const invited = { ...draft, regime, method: 'invited_tender' as const };
    const made = publishTender(invited, { ...facts, timetable: lawful(regime) }, now);
    if (ruleId === null) expect(made.ok).toBe(true);
    else {
      expect(made).toMatchObject({
        refusal: { code: 'tender.basis_missing', law: { ruleId } },
      });
    }
  });

  it('is refused where a year of its timetable is not known', () => {
    const late = parseInstant('2026-12-20T01:00:00.000Z')!;
    const deadline = parseInstant('2027-01-20T01:30:00.000Z')!;
    const timetable = { ...facts.timetable, deadline, openAt: deadline };
    expect(publishTender(draft, { ...facts, timetable }, late)).toMatchObject({
      refusal: { code: 'calendar.year_unknown', params: { year: '2027' } },
    });
  });

  it('asks the rules of its day: a ban that has run out refuses nothing, one to come neither', () => {
    const rule = NATIONAL_2024.rules.get('below-lottery-basis')!;
    const lottery = { ...draft, method: 'lottery' as const };
    const under = (change: Partial<typeof rule>) =>
      publishTender(
        lottery,
        {
          ...facts,
          set: {
            ...NATIONAL_2024,
            rules: new Map(NATIONAL_2024.rules).set(rule.id, { ...rule, ...change }),
          },
        },
        now,
      );
    expect(under({})).toMatchObject({ refusal: { law: { ruleId: 'below-lottery-basis' } } });
    for (const change of [{ to: '2026-03-01' }, { from: '2026-03-03' }]) {
      expect(under(change)).not.toMatchObject({ refusal: { law: {} } });
    }
  });
});

describe('the deadline', () => {
  const { deadline } = published.timetable!;

  it('lets the last millisecond in and the next one not', () => {
    expect(takeBeforeDeadline(published, deadline - 1, NATIONAL_2024).ok).toBe(true);
    expect(takeBeforeDeadline(published, deadline, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'tender.too_late', law: { ruleId: 'e-late-reject' } },
    });
  });

  it('opens with three bids and fails with two', () => {
    const close = (bids: number): unknown => closeBidding(published, bids, deadline, NATIONAL_2024);
    expect(close(3)).toMatchObject({ value: { to: 'opening' } });
    expect(close(2)).toMatchObject({ value: { to: 'failed', minimum: 3 } });
    expect(closeBidding(published, 3, deadline - 1, NATIONAL_2024).ok).toBe(false);
  });
});

describe('termination', () => {
  it('is for published tenders, and never without a reason', () => {
    expect(terminateTender(published, '资金计划调整', NATIONAL_2024, now)).toMatchObject({
      value: { law: { ruleId: 'terminate-refund' } },
    });
    expect(terminateTender(published, ' ', NATIONAL_2024, now)).toMatchObject({
      refusal: { code: 'tender.reason_missing', law: { ruleId: 'terminate-refund' } },
    });
    expect(terminateTender(draft, '资金计划调整', NATIONAL_2024, now).ok).toBe(false);
  });
});

describe('who may', () => {
  it('keeps the list of sign-ups to the tenderer until the deadline', () => {
    const { deadline } = published.timetable!;
    const supervisor = actor('supervisor', 'authority');
    expect(can(actor('tenderer', 'town'), 'see_sign_ups', published, now)).toBe(true);
    expect(can(actor('tenderer', 'other'), 'see_sign_ups', published, now)).toBe(false);
    expect(can(supervisor, 'see_sign_ups', published, deadline - 1)).toBe(false);
    expect(can(supervisor, 'see_sign_ups', published, deadline)).toBe(true);
    expect(can(actor('host', 'centre'), 'see_sign_ups', published, deadline + 1)).toBe(false);
  });

  it('answers what buttons to show', () => {
    expect(allowedActions(published, actor('bidder', 'firm'), now)).toEqual(['sign_up', 'bid']);
    expect(allowedActions(draft, actor('tenderer', 'town'), now)).toContain('publish');
    expect(allowedActions(published, actor('citizen', 'x'), now)).toEqual([]);
    const agency = actor('tenderer', 'agency');
    const commissioned = { ...published, agencyId: 'agency' };
    expect(allowedActions(commissioned, agency, now)).toContain('clarify');
    expect(can(agency, 'answer_objections', commissioned, now)).toBe(false);
    expect(can(agency, 'terminate', commissioned, now)).toBe(false);
    const opened = (method: Tender['method']) =>
      can(
        actor('tenderer', 'town'),
        'publish_candidates',
        { ...published, method, state: 'opening' },
        now,
      );
    expect([opened('lottery'), opened('open_tender')]).toEqual([true, false]);
  });
});

describe('the award', () => {
  const publicity: Tender = { ...published, state: 'publicity', publicityUntil: now + 3 * DAY };

  it('waits for the publication to end and goes to the first', () => {
    expect(awardTender(publicity, 1, now + 3 * DAY - 1, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'award.publicity_running', law: { ruleId: 'below-publicity-3d' } },
    });
    expect(awardTender(publicity, 2, now + 3 * DAY, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'award.not_first_ranked' },
    });
    expect(awardTender(publicity, 1, now + 3 * DAY, NATIONAL_2024).ok).toBe(true);
  });
});
