import fc from 'fast-check';
import { DAY, fen, HOUR, type Instant } from '@core/kernel';
import { atBeijing, CALENDAR, isWorkday, legalDate, NATIONAL_2024, startOfDate } from '@core/rules';
import {
  can,
  closeBidding,
  objectToDocuments,
  resumeTender,
  suspendTender,
  takeBeforeDeadline,
  takeBid,
  type Tender,
} from './index';

const deadline = atBeijing('2026-04-02', '09:30');
const running: Tender = {
  id: 't',
  code: 'T2026-0001',
  projectId: 'p',
  tendererId: 'town',
  agencyId: null,
  state: 'published',
  version: 1,
  regime: 'A',
  kind: 'works',
  method: 'open_tender',
  ruleSetId: 'national-2024',
  estimate: fen(600_000_000),
  ceiling: null,
  bidBond: fen(0),
  timetable: {
    publishAt: atBeijing('2026-03-02', '09:00'),
    documentsUntil: deadline,
    clarifyUntil: atBeijing('2026-03-17', '09:30'),
    objectUntil: atBeijing('2026-03-23', '09:30'),
    deadline,
    openAt: deadline,
  },
  publicityUntil: null,
  suspendedAt: null,
};
const still = (since: Instant): Tender => ({ ...running, suspendedAt: since });

describe('a tender that stands still', () => {
  const since = atBeijing('2026-03-20', '10:00');

  it('takes no bid and does not open, before and after its old deadline', () => {
    for (const at of [since, deadline - 1, deadline + DAY]) {
      expect(takeBid(still(since), at, NATIONAL_2024)).toMatchObject({
        refusal: { code: 'tender.suspended', law: { ruleId: 'objection-reply-3d' } },
      });
    }
    expect(closeBidding(still(since), 5, deadline, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'tender.suspended' },
    });
    expect(takeBid(running, deadline - 1, NATIONAL_2024).ok).toBe(true);
    expect(takeBid(running, deadline, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'tender.too_late' },
    });
  });

  it('has its deadline still to come: sign-ups go on, and nobody learns yet who signed up', () => {
    const supervisor = {
      personId: 's',
      organisationId: 'authority',
      organisationKind: 'authority',
      role: 'supervisor',
      from: null,
    } as const;
    const after = deadline + DAY;
    expect(takeBeforeDeadline(still(since), after, NATIONAL_2024).ok).toBe(true);
    expect(takeBeforeDeadline(running, after, NATIONAL_2024).ok).toBe(false);
    expect(can(supervisor, 'see_sign_ups', still(since), after)).toBe(false);
    expect(can(supervisor, 'see_sign_ups', running, after)).toBe(true);
    const ended: Tender = { ...still(since), state: 'terminated' };
    expect(takeBeforeDeadline(ended, after, NATIONAL_2024)).toMatchObject({
      refusal: { code: 'tender.not_open' },
    });
  });

  it('keeps its first instant however often it is suspended, and only while published', () => {
    expect(suspendTender(running, since)).toEqual({ ok: true, value: since });
    expect(suspendTender(still(since), since + HOUR)).toEqual({ ok: true, value: since });
    expect(suspendTender({ ...running, state: 'opening' }, since).ok).toBe(false);
  });

  it('goes on with no less time than was left, on a working day, at its own time of day', () => {
    const time = fc.integer({ min: 1, max: 40 * 24 }).map((hours) => hours * HOUR);
    fc.assert(
      fc.property(time, fc.nat(30 * 24), (stood, begun) => {
        const from = running.timetable!.publishAt + begun * HOUR;
        const gone = resumeTender(still(from), from + stood, CALENDAR);
        if (!gone.ok) throw new Error(gone.refusal.code);
        const { timetable } = gone.value;
        expect(timetable.deadline - (from + stood)).toBeGreaterThanOrEqual(deadline - from);
        const day = legalDate(timetable.deadline);
        expect(isWorkday(CALENDAR, day)).toEqual({ ok: true, value: true });
        expect(timetable.deadline - startOfDate(day)).toBe(9.5 * HOUR);
        const by = timetable.deadline - deadline;
        expect(timetable.objectUntil - running.timetable!.objectUntil).toBe(by);
      }),
    );
  });

  it('opens a lapsed period again where the law counts it back from the moved deadline', () => {
    const { objectUntil } = running.timetable!;
    const from = objectUntil + HOUR;
    const object = (of: Tender, at: Instant) =>
      objectToDocuments(of, '业绩要求排斥潜在投标人', at, NATIONAL_2024, CALENDAR);
    expect(object(running, from)).toMatchObject({
      refusal: { code: 'objection.documents_too_late' },
    });
    const gone = resumeTender(still(from), from + 3 * DAY, CALENDAR);
    if (!gone.ok) throw new Error(gone.refusal.code);
    const { timetable } = gone.value;
    expect(timetable.objectUntil).toBeGreaterThan(from + 3 * DAY - HOUR);
    expect(timetable.deadline - timetable.objectUntil).toBe(deadline - objectUntil);
    expect(object({ ...running, timetable }, timetable.objectUntil).ok).toBe(true);
    expect(object({ ...running, timetable }, timetable.objectUntil + 1).ok).toBe(false);
  });

  it('cannot go on when it does not stand still', () => {
    expect(resumeTender(running, since, CALENDAR)).toMatchObject({
      refusal: { code: 'tender.not_suspended' },
    });
  });
});
