import { STEPS, verifyBundle } from '@core/bundle';
import bundle from '../../../test/vectors/tp1/bundle.json';
import { outcomeView } from './outcome';

const answer = async (value: unknown) =>
  ({ kind: 'result', result: await verifyBundle(value), sha256: 'ab'.repeat(32) }) as const;

describe('what the page shows of a verification', () => {
  it('marks the running step', () => {
    const view = outcomeView('bundle.json', ['format', 'checkpoints'], null, 'zh');
    expect(view.headline).toBe('正在验证 2/13');
    expect(view.steps.map(({ state }) => state).slice(0, 4)).toEqual([
      'done',
      'done',
      'now',
      'later',
    ]);
  });

  it('says first that a demo is a demo, and shows the report of the command line', async () => {
    const demo = { ...bundle, policy: { ...bundle.policy, demo: true } };
    const view = outcomeView('a.json', STEPS, await answer(demo), 'en');
    expect(view).toMatchObject({ state: 'agrees', headline: 'It agrees' });
    expect(view.demo).toMatch(/^DEMO/);
    expect(view.report).toMatch(/✓ VERIFIED: tender T2026-0001/);
    expect(view.report).toMatch(/file: a\.json\nSHA-256: abab/);
  });

  it('names the step that failed', async () => {
    const view = outcomeView('a.json', ['format'], await answer({ ...bundle, records: [] }), 'en');
    expect(view).toMatchObject({ state: 'differs', demo: null });
    expect(view.headline).toMatch(/chains of records/);
    expect(view.steps.find(({ state }) => state === 'failed')?.label).toMatch(/chains of records/);
  });

  it('concludes nothing from what cannot be read', () => {
    const view = outcomeView('a.json', [], { kind: 'unusable', why: 'notJson' }, 'en');
    expect(view).toMatchObject({ state: 'impossible', steps: [] });
  });
});
