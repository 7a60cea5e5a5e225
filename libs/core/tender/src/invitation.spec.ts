import fc from 'fast-check';
import { NATIONAL_2024 } from '@core/rules';
import { checkInvited, mayTakePart, randomInvitation } from './index';

const ON = '2026-03-02';
const firms = (count: number): string[] => Array.from({ length: count }, (_, at) => `firm${at}`);

describe('an invited tender', () => {
  it.each(['A', 'B', 'C', 'D'] as const)(
    'under regime %s invites three or more, each once',
    (regime) => {
      for (const count of [0, 1, 2, 3, 4, 10]) {
        expect(checkInvited(NATIONAL_2024, regime, firms(count), ON).ok).toBe(count >= 3);
      }
      expect(checkInvited(NATIONAL_2024, regime, ['a', 'b', 'c', 'a'], ON)).toMatchObject({
        refusal: { code: 'invite.twice' },
      });
      expect(checkInvited(NATIONAL_2024, regime, firms(2), ON)).toMatchObject({
        refusal: { code: 'invite.too_few', law: {} },
      });
    },
  );

  it('is for those who were invited', () => {
    expect(mayTakePart(NATIONAL_2024, 'A', true, ON).ok).toBe(true);
    expect(mayTakePart(NATIONAL_2024, 'A', false, ON)).toMatchObject({
      refusal: { code: 'invite.not_invited', law: { ruleId: 'invite-min-3' } },
    });
  });
});

describe('a random invitation', () => {
  const watchers = ['王一', '李二'];

  it('is lawful in government procurement alone', () => {
    for (const regime of ['A', 'C', 'D'] as const) {
      const wish = { list: firms(9), count: 3, watchers };
      expect(randomInvitation(NATIONAL_2024, regime, wish, ON)).toMatchObject({
        refusal: { code: 'invite.no_draw' },
      });
    }
  });

  it('draws three or more from a list twice as long, watched by two', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(8), fc.nat(3), (size, count, watched) => {
        const wish = { list: firms(size), count, watchers: firms(watched) };
        const made = randomInvitation(NATIONAL_2024, 'B', wish, ON);
        expect(made.ok).toBe(count >= 3 && size >= 2 * count && watched >= 2);
        if (made.ok) expect(made.value.pick).toMatchObject([{ seats: count }]);
      }),
    );
    const twice = { list: firms(8), count: 3, watchers: ['王一', ' 王一 '] };
    const one = randomInvitation(NATIONAL_2024, 'B', twice, ON);
    expect(one).toMatchObject({
      refusal: { code: 'invite.watchers_missing', law: { ruleId: 'gp-random-watch-2' } },
    });
  });
});
