import fc from 'fast-check';
import { COUNTY_2013, NATIONAL_2024, REGIMES } from '@core/rules';
import {
  advance,
  attendanceRule,
  beginReading,
  beginSigning,
  checkIn,
  confirmRepresentative,
  foldHall,
  isSameName,
  nextToRead,
  openObjections,
  pauseHall,
  readBid,
  recordAbsence,
  recordUnsealing,
  unaccounted,
  type Hall,
  type HallEvent,
} from './index';

const LAW = { ruleId: 'county-legal-rep', citation: '县文件（2013）' };
const closed: HallEvent = {
  kind: 'bids_closed',
  minimum: 3,
  failed: false,
  bids: ['a', 'b', 'c'].map((id) => ({ bidId: id, bidderId: `firm-${id}`, bidderName: id })),
  attendance: LAW,
};
const { attendance: _, ...withoutRule } = closed;
const hall = foldHall([closed]);
type Decided = ReturnType<typeof checkIn>;

const after = (state: Hall, ...commands: readonly ((hall: Hall) => Decided)[]): Hall =>
  commands.reduce((now, command) => {
    const decided = command(now);
    if (!decided.ok) throw new Error(JSON.stringify(decided));
    return advance(now, decided.value);
  }, state);
const arrive =
  (id: string, name = '王山') =>
  (now: Hall) =>
    checkIn(now, `firm-${id}`, name, '王山');
const confirm = (id: string) => (now: Hall) => confirmRepresentative(now, `firm-${id}`);
const absent = (id: string) => (now: Hall) => recordAbsence(now, `firm-${id}`);
const toObjections = (state: Hall): Hall => {
  const bids = ['a', 'b', 'c'];
  const unseal = bids.map(
    (id) => (now: Hall) => recordUnsealing(now, id, { ok: true as const, by: 'bidder' as const }),
  );
  const read = bids.map((id) => (now: Hall) => readBid(now, id, { priceFen: '1' }));
  return after(state, ...unseal, beginReading, ...read, openObjections);
};

describe('the rule that legal representatives attend', () => {
  it('is of works at or above the county’s threshold, and of nothing today', () => {
    expect(REGIMES.filter((regime) => attendanceRule(COUNTY_2013, regime, '2026-03-02'))).toEqual([
      'A',
    ]);
    expect(REGIMES.filter((regime) => attendanceRule(NATIONAL_2024, regime, '2026-03-02'))).toEqual(
      [],
    );
  });

  it('leaves a hall without it as it was', () => {
    const plain = foldHall([withoutRule]);
    expect(plain.attendance).toBeNull();
    for (const command of [arrive('a'), confirm('a'), absent('a')]) {
      expect(command(plain)).toMatchObject({ refusal: { code: 'opening.no_check_in' } });
    }
    expect(beginSigning(toObjections(plain)).ok).toBe(true);
  });
});

describe('the check-in', () => {
  it('holds the name against the record and lets the host confirm it', () => {
    const there = after(hall, arrive('a'), arrive('b', '李水'), confirm('a'));
    expect(there.attendance).toEqual({
      law: LAW,
      firms: [
        {
          firmId: 'firm-a',
          firmName: 'a',
          attendee: '王山',
          isRegistered: true,
          verdict: 'confirmed',
        },
        { firmId: 'firm-b', firmName: 'b', attendee: '李水', isRegistered: false, verdict: null },
        { firmId: 'firm-c', firmName: 'c', attendee: null, isRegistered: null, verdict: null },
      ],
    });
    expect(unaccounted(there).map(({ firmName }) => firmName)).toEqual(['b', 'c']);
  });

  it('knows a name by its letters, however it is spaced', () => {
    expect(isSameName('王 山', '王山')).toBe(true);
    expect(isSameName('ＡＢ', 'A B')).toBe(true);
    expect(isSameName('王山', '王珊')).toBe(false);
  });

  it('refuses what cannot be', () => {
    const there = after(hall, arrive('a'), confirm('a'), absent('b'));
    const refusals: readonly (readonly [Decided, string])[] = [
      [arrive('a')(there), 'opening.identity_confirmed'],
      [confirm('a')(there), 'opening.identity_confirmed'],
      [absent('a')(there), 'opening.identity_confirmed'],
      [absent('b')(there), 'opening.absence_recorded'],
      [confirm('c')(there), 'opening.nobody_checked_in'],
      [arrive('x')(there), 'opening.unknown_firm'],
      [arrive('b')(after(there, (now) => pauseHall(now, '断电'))), 'opening.paused'],
    ];
    for (const [decided, code] of refusals) expect(decided).toMatchObject({ refusal: { code } });
  });

  it('takes who comes late, after the absence was recorded', () => {
    const late = after(hall, absent('b'), arrive('b'), confirm('b'));
    expect(late.attendance?.firms[1]?.verdict).toBe('confirmed');
  });

  it('asks once for each firm, and not for bids that go back unopened', () => {
    const lots: HallEvent = {
      ...closed,
      bids: [
        ...closed.bids,
        { bidId: 'd', bidderId: 'firm-a', bidderName: 'a', lot: 1 },
        { bidId: 'e', bidderId: 'firm-e', bidderName: 'e', lot: 2 },
      ],
      lots: [
        { number: 1, title: '', failed: false },
        { number: 2, title: '', failed: true },
      ],
    };
    const names = foldHall([lots]).attendance?.firms.map(({ firmName }) => firmName);
    expect(names).toEqual(['a', 'b', 'c']);
  });
});

describe('the absence of a legal representative', () => {
  it('must be recorded before the record is signed, and says by which rule', () => {
    const open = toObjections(after(hall, arrive('a'), confirm('a'), absent('b')));
    expect(beginSigning(open)).toMatchObject({
      refusal: { code: 'opening.attendance_open', params: { firm: 'c' }, law: LAW },
    });
    const signing = after(open, absent('c'), beginSigning);
    expect(arrive('c')(signing)).toMatchObject({ refusal: { code: 'opening.wrong_phase' } });
  });

  it('excludes nobody: whatever is noted of whom, every bid is opened and read', () => {
    const noted = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(arrive, confirm, absent)),
    );
    fc.assert(
      fc.property(noted, (steps) => {
        const state = steps.reduce((now, [id, command]) => {
          const decided = command(id)(now);
          return decided.ok ? advance(now, decided.value) : now;
        }, hall);
        const read = toObjections(state);
        expect(nextToRead(read)).toBeNull();
        expect(read.bids.every(({ reading }) => reading !== null)).toBe(true);
      }),
    );
  });
});
