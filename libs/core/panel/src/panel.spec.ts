import { HOUR } from '@core/kernel';
import { NATIONAL_2024 } from '@core/rules';
import {
  answerInvitation,
  checkInExpert,
  exclusionOf,
  expertPoolTerms,
  panelRows,
  panelRules,
  requestPanel,
  rowOf,
  tieOf,
  type PoolExpert,
} from './index';

const { ageOut } = expertPoolTerms(NATIONAL_2024, 0);
const expert: PoolExpert = {
  id: 'e',
  state: 'appointed',
  termFrom: null,
  termUntil: 1000,
  bornOn: null,
  pause: null,
  ban: null,
  reviewPassed: null,
  specialties: ['road'],
  employer: '设计院',
  recusals: ['91330100MA27XYZ00X'],
};

describe('who may be drawn', () => {
  it.each([
    [{ state: 'paused' }, 'not_appointed'],
    [{ termUntil: 10 }, 'term_over'],
    [{ termUntil: 20 }, 'term_over'],
    [{ termFrom: 15 }, 'not_appointed'],
    [{ bornOn: '1900-01-01' }, 'over_age'],
    [{ bornOn: '1900-01-02' }, null],
    [{ pause: { from: 20, until: 21 } }, 'not_appointed'],
    [{ pause: { from: 11, until: 20 } }, null],
    [{ ban: { from: 5, until: 11 } }, 'not_appointed'],
    [{ ban: { from: 5, until: 10 } }, null],
    [{ reviewPassed: false }, 'not_appointed'],
    [{ reviewPassed: true }, null],
    [{ state: 'removed' }, 'not_appointed'],
    [{ specialties: ['it'] }, 'no_specialty'],
    [{ employer: '柳河镇' }, 'tied_to_tenderer'],
    [{ recusals: ['C1'] }, 'tied_to_bidder'],
    [{}, null],
  ] as const)('%j → %s', (change, reason) => {
    const parties = [
      { role: 'tenderer', name: '柳河镇', creditCode: null },
      { role: 'bidder', name: '某公司', creditCode: 'C1' },
    ] as const;
    const changed = { ...expert, ...change };
    expect(exclusionOf(changed, ['road'], parties, ageOut, [10, 20])).toBe(reason);
  });

  it('names the tenderer first when both tie', () => {
    const parties = [
      { role: 'bidder', name: 'B', creditCode: null },
      { role: 'tenderer', name: 'T', creditCode: null },
    ] as const;
    expect(tieOf({ employer: 'B', recusals: ['T'] }, parties)).toBe('tied_to_tenderer');
  });
});

describe('a pool', () => {
  const candidates = ['a', 'b', 'c', 'd'].map((name, at) => ({
    idSalt: String(at).repeat(64),
    who: { name },
    salt: '0'.repeat(64),
    strata: at === 0 ? ['cost'] : ['road'],
    tags: at < 3 ? { unit: at < 2 ? 'same' : 'other' } : {},
  }));
  const rows = panelRows(candidates);

  it('says of employers only which are the same', () => {
    const unit = (at: number): string | undefined =>
      rows[rowOf(rows, candidates[at]!.idSalt, candidates[at]!.who)]?.tags.unit;
    expect(unit(0)).toBe(unit(1));
    expect(new Set([unit(0), unit(2), unit(3)]).size).toBe(3);
    expect(rows.every(({ tags }) => /^u\d$/.test(tags.unit ?? ''))).toBe(true);
    expect(rowOf(rows, 'ff', {})).toBe(-1);
  });

  it('draws scarce specialties first and refuses one it has too few of', () => {
    const ask = (road: number): unknown =>
      panelRules(
        {
          total: 5,
          tenderer: 1,
          seats: [
            { specialty: 'road', seats: road },
            { specialty: 'cost', seats: 1 },
          ],
        },
        rows,
      );
    expect(ask(3)).toMatchObject({ value: { pick: [{ stratum: 'cost' }, { stratum: 'road' }] } });
    expect(ask(4)).toMatchObject({ refusal: { code: 'panel.too_few_experts' } });
    const none = panelRules(
      { total: 5, tenderer: 1, seats: [{ specialty: 'it', seats: 4 }] },
      rows,
    );
    expect(none.ok).toBe(false);
  });
});

describe('an invitation', () => {
  it.each([
    ['invited', true, 9, 'accepted'],
    ['invited', false, 9, 'declined'],
    ['accepted', false, 99, 'declined'],
  ] as const)('%s, %s at %i → %s', (state, accepts, at, next) => {
    expect(answerInvitation(state, 10, accepts, at)).toEqual({ ok: true, value: next });
  });

  it.each([
    ['invited', true, 10, 'invitation.too_late'],
    ['unreachable', true, 5, 'invitation.too_late'],
    ['accepted', true, 5, 'invitation.answered'],
    ['declined', false, 5, 'invitation.answered'],
  ] as const)('%s, %s at %i is refused: %s', (state, accepts, at, code) => {
    expect(answerInvitation(state, 10, accepts, at)).toMatchObject({ refusal: { code } });
  });

  it('lets in who accepted, when the hall is closed or the meeting has come', () => {
    const open = (state: 'accepted' | 'invited', tenderState: string, now: number): boolean =>
      checkInExpert(state, { at: 10, tenderState }, now).ok;
    expect(open('accepted', 'evaluation', 5)).toBe(true);
    expect(open('accepted', 'opening', 10)).toBe(true);
    expect(open('accepted', 'opening', 9)).toBe(false);
    expect(open('accepted', 'published', 10)).toBe(false);
    expect(open('invited', 'evaluation', 10)).toBe(false);
  });
});

describe('a request', () => {
  const request = {
    total: 5,
    tenderer: 1,
    meetingAt: HOUR,
    seats: [{ specialty: 'road', seats: 4 }],
  };
  const code = (change: Partial<typeof request>): string | null => {
    const result = requestPanel({ ...request, ...change }, 'A', HOUR, NATIONAL_2024);
    return result.ok ? null : result.refusal.code;
  };

  it('is held against the law and its own arithmetic', () => {
    expect(code({})).toBeNull();
    expect(code({ total: 6 })).toBe('panel.size_unlawful');
    expect(code({ tenderer: 2 })).toBe('panel.size_unlawful');
    expect(code({ seats: [{ specialty: 'road', seats: 3 }] })).toBe('panel.seats_mismatch');
    const twice = { specialty: 'road', seats: 2 };
    expect(code({ seats: [twice, twice] })).toBe('panel.specialty_unknown');
    expect(code({ meetingAt: HOUR - 1 })).toBe('panel.meeting_too_early');
  });
});
