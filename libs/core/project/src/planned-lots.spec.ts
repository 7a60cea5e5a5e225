import fc from 'fast-check';
import { fen } from '@core/kernel';
import { planLots, sumOfLots } from './index';

const plan = (title: string, estimate: number) => ({ title, estimate: fen(estimate) });

describe('planned lots', () => {
  it('are numbered in their order, and may leave a part of the project out', () => {
    expect(planLots(fen(100), [plan('土建', 60), plan(' 绿化 ', 30)])).toEqual({
      ok: true,
      value: [
        { number: 1, title: '土建', estimate: 60 },
        { number: 2, title: '绿化', estimate: 30 },
      ],
    });
    expect(planLots(fen(100), [])).toEqual({ ok: true, value: [] });
  });

  it('are never more than the project', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 1, max: 50_000 }),
        (amounts, estimate) => {
          const plans = amounts.map((amount, at) => plan(`第${at}`, amount));
          const sum = sumOfLots(plans);
          const planned = planLots(fen(estimate), plans);
          expect(planned.ok).toBe(sum <= estimate);
          if (!planned.ok) {
            expect(planned.refusal).toEqual({
              code: 'project.lots_exceed',
              params: { sum, estimate },
            });
          }
        },
      ),
    );
  });

  it.each([
    ['count', Array.from({ length: 51 }, (_, at) => plan(String(at), 1))],
    ['title', [plan('甲', 1), plan('甲 ', 1)]],
    ['title', [plan(' ', 1)]],
    ['estimate', [plan('甲', 0)]],
  ])('are refused for their %s', (reason, plans) => {
    expect(planLots(fen(1_000), plans)).toMatchObject({
      refusal: { code: 'project.lots_invalid', params: { reason } },
    });
  });
});
