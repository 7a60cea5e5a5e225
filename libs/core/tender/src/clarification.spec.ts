import { DAY, fen, HOUR, parseInstant, type Instant } from '@core/kernel';
import { CALENDAR, isWorkday, legalDate, NATIONAL_2024, proposeTimetable } from '@core/rules';
import fc from 'fast-check';
import { askQuestion, clarifyTender, soonestDeadline, type Tender } from './index';

const at = (text: string): Instant => parseInstant(text) ?? Number.NaN;
const published = at('2026-03-02T01:00:00.000Z');

function tender(regime: 'A' | 'B' | 'C', change: Partial<Tender> = {}): Tender {
  const timetable = proposeTimetable(NATIONAL_2024, regime, published, CALENDAR);
  if (!timetable.ok) throw new Error('no timetable');
  return {
    id: 't',
    code: 'T2026-0001',
    projectId: 'p',
    tendererId: 'town',
    agencyId: null,
    state: 'published',
    version: 1,
    regime,
    kind: 'works',
    method: 'open_tender',
    ruleSetId: 'national-2024',
    estimate: fen(600_000_000),
    ceiling: null,
    bidBond: fen(0),
    timetable: timetable.value,
    publicityUntil: null,
    suspendedAt: null,
    ...change,
  };
}

const road = tender('A');
const deadline = road.timetable!.deadline;
const clarify = (
  now: Instant,
  wish: { affectsPreparation?: boolean; deadline?: Instant | null; text?: string } = {},
  of = road,
) =>
  clarifyTender(
    of,
    { text: '图纸更正', affectsPreparation: true, deadline: null, ...wish },
    now,
    NATIONAL_2024,
    CALENDAR,
  );

describe('clarifying a published tender', () => {
  it('moves the deadline of government procurement too', () => {
    const procurement = tender('B');
    const late = (procurement.timetable?.deadline ?? 0) - DAY;
    expect(clarify(late, {}, procurement)).toMatchObject({
      value: { moved: true, finding: { ruleId: 'gp-clarify-15d', outcome: 'violated' } },
    });
  });

  it('leaves the deadline where the law leaves enough time', () => {
    const early = clarify(deadline - 15 * DAY);
    expect(early).toMatchObject({ ok: true, value: { moved: false, timetable: road.timetable } });
    expect(clarify(deadline - 1 * HOUR, { affectsPreparation: false })).toMatchObject({
      ok: true,
      value: { moved: false, finding: null },
    });
  });

  it('moves every later moment by the same time where it does not, and says by which rule', () => {
    const late = clarify(deadline - 15 * DAY + 1);
    if (!late.ok || !late.value.moved) throw new Error('not moved');
    const { timetable, finding } = late.value;
    expect(finding).toMatchObject({ ruleId: 'clarify-min-15d', outcome: 'violated' });
    expect(timetable.deadline).toBe(at('2026-03-24T01:30:00.000Z'));
    const by = timetable.deadline - deadline;
    expect(timetable).toEqual({
      publishAt: road.timetable?.publishAt,
      documentsUntil: road.timetable!.documentsUntil + by,
      clarifyUntil: road.timetable!.clarifyUntil + by,
      objectUntil: road.timetable!.objectUntil + by,
      deadline: deadline + by,
      openAt: deadline + by,
    });
  });

  it('takes a later deadline, and refuses a closer or an unlawful one with the citation', () => {
    const now = deadline - 5 * DAY;
    expect(clarify(now, { deadline: now + 30 * DAY })).toMatchObject({ value: { moved: true } });
    expect(clarify(now, { deadline: deadline - 1 })).toMatchObject({
      refusal: { code: 'clarification.deadline_earlier', params: { deadline } },
    });
    expect(clarify(now, { deadline: deadline + 1 })).toMatchObject({
      refusal: {
        code: 'tender.unlawful',
        params: { rule: 'clarify-min-15d', minimum: '15' },
        law: { ruleId: 'clarify-min-15d', citation: expect.stringContaining('§23') as string },
      },
    });
  });

  it('is refused after the deadline, in another state, and without words', () => {
    expect(clarify(deadline)).toMatchObject({ refusal: { code: 'tender.wrong_state' } });
    expect(clarify(published, {}, tender('A', { state: 'opening' }))).toMatchObject({
      refusal: { code: 'tender.wrong_state', params: { state: 'opening' } },
    });
    expect(clarify(published, { text: ' ' })).toMatchObject({
      refusal: { code: 'clarification.text_missing' },
    });
  });

  it('always proposes a working day that is lawful itself and never closer than it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 24 * 60 }), fc.boolean(), (minutes, affects) => {
        const now = published + minutes * 60_000;
        if (now >= deadline) return;
        const soonest = soonestDeadline(road, affects, now, NATIONAL_2024, CALENDAR);
        if (!soonest.ok) throw new Error('refused');
        const found = soonest.value.deadline;
        expect(found).toBeGreaterThanOrEqual(deadline);
        expect(isWorkday(CALENDAR, legalDate(found))).toEqual({ ok: true, value: true });
        if (affects) expect(found - now).toBeGreaterThanOrEqual(15 * DAY);
        expect(clarify(now, { affectsPreparation: affects, deadline: found }).ok).toBe(true);
      }),
    );
  });
});

describe('asking about the documents', () => {
  const until = road.timetable!.clarifyUntil;

  it('is open until the last moment the notice names', () => {
    expect(askQuestion(road, ' 图号 7 缺页？ ', until, NATIONAL_2024)).toEqual({
      ok: true,
      value: '图号 7 缺页？',
    });
    expect(askQuestion(road, '再问', until + 1, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'question.too_late', params: { until }, law: { ruleId: 'clarify-min-15d' } },
    });
    expect(askQuestion(road, '  ', until, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'clarification.text_missing' },
    });
    expect(askQuestion(road, '晚了', deadline, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'tender.wrong_state' },
    });
  });
});
