import fc from 'fast-check';
import { parseInstant } from '@core/kernel';
import { CALENDAR, NATIONAL_2024 } from '@core/rules';
import {
  addUse,
  answerClock,
  answerProject,
  moveProject,
  progressOf,
  PROJECT_STATES,
  PROJECT_TRANSITIONS,
  staleClock,
  staleEndClock,
  terminateProject,
  UNUSED,
  type ProjectState,
} from './index';

const monday = parseInstant('2026-03-02T01:00:00.000Z')!;
const untilOf = (made: ReturnType<typeof answerClock>): string | null =>
  made.ok && made.value ? new Date(made.value.until).toISOString() : null;

describe('states of a project', () => {
  it('are all reached from the first, and only the last is final', () => {
    const reached = new Set<ProjectState>(['submitted']);
    for (const state of reached) for (const next of PROJECT_TRANSITIONS[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...PROJECT_STATES].sort());
    const last = PROJECT_STATES.filter((state) => PROJECT_TRANSITIONS[state].length === 0);
    expect(last).toEqual(['terminated']);
    expect(moveProject('registered', 'submitted').ok).toBe(false);
  });

  it('say by its tenders whether it waits, goes on, or is done', () => {
    expect(progressOf(UNUSED)).toBe('waiting');
    expect(progressOf({ ...UNUSED, drafts: 1, failed: 1 })).toBe('preparing');
    expect(progressOf({ ...UNUSED, running: 1, concluded: 1 })).toBe('tendering');
    expect(progressOf({ ...UNUSED, concluded: 2 })).toBe('completed');
    expect(progressOf({ ...UNUSED, failed: 2 })).toBe('waiting');
    const both = addUse({ ...UNUSED, failed: 1 }, { ...UNUSED, concluded: 1, drafts: 1 });
    expect(both).toEqual({ ...UNUSED, drafts: 1, concluded: 1, failed: 1 });
  });
});

describe('what is missing is told once', () => {
  const answer = (missing: string[], lateReason: string, told: string[]) =>
    answerProject('submitted', { missing, lateReason }, told, NATIONAL_2024, monday);

  it('takes a complete project, and only one that was handed in', () => {
    expect(answer([], '', ['图纸'])).toMatchObject({ value: 'registered' });
    const again = answerProject(
      'registered',
      { missing: [], lateReason: '' },
      [],
      NATIONAL_2024,
      monday,
    );
    expect(again).toMatchObject({ refusal: { code: 'project.wrong_state' } });
  });

  it('never names something new without its reason, and always what is still missing', () => {
    const names = fc.uniqueArray(fc.constantFrom('图纸', '概算', '批文', '资金'), { minLength: 1 });
    fc.assert(
      fc.property(
        names,
        names,
        fc.constantFrom('', '  ', '新规定自昨日施行'),
        (told, missing, reason) => {
          const isFresh = missing.some((one) => !told.includes(one));
          expect(answer(missing, reason, told).ok).toBe(!isFresh || reason.trim() !== '');
          expect(answer(missing, reason, []).ok).toBe(true);
        },
      ),
    );
  });

  it('cites the rule that wants it', () => {
    expect(answer(['概算'], '', ['图纸'])).toMatchObject({
      refusal: { code: 'project.told_once', law: { ruleId: 'register-once' } },
    });
  });
});

describe('clocks of a project', () => {
  it('are answered within a working day, by the calendar of offices', () => {
    const friday = parseInstant('2026-03-06T08:00:00.000Z')!;
    expect(untilOf(answerClock(NATIONAL_2024, 'C', monday, CALENDAR))).toBe(
      '2026-03-03T16:00:00.000Z',
    );
    expect(untilOf(answerClock(NATIONAL_2024, 'C', friday, CALENDAR))).toBe(
      '2026-03-09T16:00:00.000Z',
    );
  });

  it('remind after ninety days and end a week later', () => {
    expect(untilOf(staleClock(NATIONAL_2024, 'A', monday, CALENDAR))).toBe(
      '2026-06-01T16:00:00.000Z',
    );
    expect(untilOf(staleEndClock(NATIONAL_2024, 'A', monday, CALENDAR))).toBe(
      '2026-03-09T16:00:00.000Z',
    );
  });
});

describe('giving a project up', () => {
  it('wants a reason and no running tender', () => {
    const none = { ...UNUSED, drafts: 1, failed: 1 };
    expect(terminateProject('registered', none, ' 资金未落实 ')).toMatchObject({
      value: '资金未落实',
    });
    expect(terminateProject('registered', none, ' ')).toMatchObject({
      refusal: { code: 'project.reason_missing' },
    });
    expect(terminateProject('registered', { ...UNUSED, running: 1 }, '不办了')).toMatchObject({
      refusal: { code: 'project.has_tender' },
    });
    expect(terminateProject('terminated', none, '不办了').ok).toBe(false);
  });
});
