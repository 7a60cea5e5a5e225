import { DAY, fen, parseInstant, type Instant } from '@core/kernel';
import { atBeijing, CALENDAR, endOfDate, NATIONAL_2024, type Regime } from '@core/rules';
import { awardDespite, objectToDocuments, objectToResult, replyTo, type Tender } from './index';

const until = atBeijing('2026-04-11', '00:00');
const tender = (regime: Regime, change: Partial<Tender> = {}): Tender => ({
  id: 't',
  code: 'T2026-0001',
  projectId: 'p',
  tendererId: 'town',
  agencyId: null,
  state: 'publicity',
  version: 1,
  regime,
  kind: 'works',
  method: 'open_tender',
  ruleSetId: 'national-2024',
  estimate: fen(600_000_000),
  ceiling: null,
  bidBond: fen(0),
  timetable: null,
  publicityUntil: until,
  suspendedAt: null,
  ...change,
});
const object = (of: Tender, at: Instant, text = '第一名业绩不实') =>
  objectToResult(of, text, at, NATIONAL_2024, CALENDAR);

describe('an objection to the result', () => {
  it('is taken until the publication ends, with the law’s clock for the answer', () => {
    expect(object(tender('A'), until - 1)).toMatchObject({
      ok: true,
      value: { replyBy: atBeijing('2026-04-14', '00:00'), law: { ruleId: 'objection-reply-3d' } },
    });
    expect(object(tender('A'), until)).toMatchObject({
      refusal: {
        code: 'objection.too_late',
        law: {
          ruleId: 'objection-result-window',
          citation: expect.stringContaining('§54') as string,
        },
      },
    });
    expect(object(tender('A', { state: 'evaluation' }), until - 1).ok).toBe(false);
    expect(object(tender('A'), until - 1, ' ')).toMatchObject({
      refusal: { code: 'objection.text_missing' },
    });
  });

  it('has a clock under every regime', () => {
    const at = parseInstant('2026-04-08T01:00:00.000Z') ?? 0;
    for (const regime of ['A', 'B', 'C', 'D'] as const) {
      expect(object(tender(regime), at)).toMatchObject({ ok: true });
      const found = object(tender(regime), at);
      expect(found.ok && found.value.replyBy !== null).toBe(true);
    }
  });

  it.each<[Regime, string]>([
    ['A', 'objection-result-window'],
    ['B', 'gp-query-7wd'],
    ['C', 'below-objection-window'],
    ['D', 'below-objection-window'],
  ])('that comes too late is refused by law, under %s', (regime, ruleId) => {
    expect(object(tender(regime), until + 20 * DAY)).toMatchObject({
      refusal: { code: 'objection.too_late', law: { ruleId } },
    });
  });

  it('of a procurement may be made for seven working days after the publication, the award made or not', () => {
    // Published until Friday 10 April; the seventh working day after it is Tuesday the 21st.
    const end = endOfDate('2026-04-21');
    for (const state of ['publicity', 'awarded'] as const) {
      expect(object(tender('B', { state }), end - 1)).toMatchObject({ ok: true });
      expect(object(tender('B', { state }), end)).toMatchObject({
        refusal: { code: 'objection.too_late', law: { ruleId: 'gp-query-7wd' } },
      });
    }
    expect(object(tender('A', { state: 'awarded' }), until - 1).ok).toBe(false);
    expect(object(tender('B', { state: 'failed' }), until - 1).ok).toBe(false);
  });

  it('suspends the award until it is answered, once', () => {
    const [open, answered] = [
      { filedAt: 1, repliedAt: null },
      { filedAt: 1, repliedAt: 2 },
    ];
    expect(awardDespite(tender('A'), [answered], NATIONAL_2024, until).ok).toBe(true);
    expect(awardDespite(tender('C'), [answered, open], NATIONAL_2024, until)).toMatchObject({
      refusal: { code: 'award.objection_open', params: { open: 1 }, law: {} },
    });
    expect(replyTo(open, ' 不成立 ')).toEqual({ ok: true, value: '不成立' });
    expect(replyTo(open, '')).toMatchObject({ refusal: { code: 'objection.text_missing' } });
    expect(replyTo(answered, '再答')).toMatchObject({
      refusal: { code: 'objection.answered_already' },
    });
  });
});

describe('an objection to the documents', () => {
  const deadline = atBeijing('2026-04-02', '09:30');
  const timetable = {
    publishAt: atBeijing('2026-03-02', '09:00'),
    documentsUntil: deadline,
    clarifyUntil: atBeijing('2026-03-17', '09:30'),
    objectUntil: atBeijing('2026-03-23', '09:30'),
    deadline,
    openAt: deadline,
  };
  const running = (regime: Regime): Tender =>
    tender(regime, { state: 'published', publicityUntil: null, timetable });
  const file = (of: Tender, at: Instant, text = '业绩要求排斥潜在投标人') =>
    objectToDocuments(of, text, at, NATIONAL_2024, CALENDAR);

  it('is taken until the day the law counts back to, with its clock', () => {
    expect(file(running('A'), timetable.objectUntil)).toMatchObject({
      ok: true,
      value: { replyBy: atBeijing('2026-03-27', '00:00'), law: { ruleId: 'objection-reply-3d' } },
    });
    expect(file(running('A'), timetable.objectUntil + 1)).toMatchObject({
      refusal: { code: 'objection.documents_too_late', law: { ruleId: 'objection-doc-10d' } },
    });
    expect(file(running('C'), timetable.objectUntil + 1)).toMatchObject({
      refusal: { law: { ruleId: 'below-objection-2d' } },
    });
  });

  it('is not taken of a tender that is no longer published, nor without words', () => {
    expect(file({ ...running('A'), state: 'opening' }, timetable.publishAt).ok).toBe(false);
    expect(file(running('A'), timetable.publishAt, ' ')).toMatchObject({
      refusal: { code: 'objection.text_missing' },
    });
  });
});
