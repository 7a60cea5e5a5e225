import { atBeijing, NATIONAL_2024 } from '@core/rules';
import fc from 'fast-check';
import { nextTitle, reTender, timesCalled } from './index';

describe('calling a tender again', () => {
  it('counts the calls in the title, within its length', () => {
    expect(nextTitle('道路工程')).toBe('道路工程（第2次）');
    expect(nextTitle('道路工程（第2次）')).toBe('道路工程（第3次）');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
        const next = nextTitle(title);
        expect(Array.from(next).length).toBeLessThanOrEqual(200);
        expect(timesCalled(next)).toBe(timesCalled(title) + 1);
      }),
    );
  });

  it('is open after a failure or a termination, and names the law of a second failure', () => {
    const call = (state: 'failed' | 'terminated' | 'opening', title = '路') =>
      reTender({ state, regime: 'A', title }, NATIONAL_2024, atBeijing('2026-03-02', '09:00'));
    expect(call('failed')).toMatchObject({ ok: true, value: { afterSecondFailure: null } });
    expect(call('terminated').ok).toBe(true);
    expect(call('opening')).toMatchObject({
      refusal: { code: 'tender.wrong_state', params: { state: 'opening' } },
    });
    expect(call('failed', '路（第2次）')).toMatchObject({
      value: { title: '路（第3次）', afterSecondFailure: { ruleId: 'c30-second-fail' } },
    });
  });
});
