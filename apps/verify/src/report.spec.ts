import { verifyBundle } from '@core/bundle';
import bundle from '../../../test/vectors/tp1/bundle.json';
import { humanReport } from './report';
import { CODE_TEXTS } from './texts';

describe('the report for people', () => {
  it('says in its first line that a demo is a demo', async () => {
    const demo = { ...bundle, policy: { ...bundle.policy, demo: true } };
    const text = humanReport(await verifyBundle(demo), 'zh');
    expect(text.split('\n')[0]).toMatch(/演示/);
    expect(text).toMatch(/核验通过: 项目 T2026-0001/);
    expect(text).toMatch(/0\.960/);
    expect(text).toMatch(/10012345\.00/);
    expect(text).toMatch(/有被通知人未披露姓名 \(4\)/);
  });

  it('names the fault in both languages', async () => {
    const bad = await verifyBundle({ ...bundle, records: [] });
    expect(humanReport(bad, 'en')).toMatch(/NOT VERIFIED: chains of records/);
    expect(humanReport(bad, 'zh')).toMatch(/核验失败/);
  });

  it('survives a witness whose clock is beyond every calendar', async () => {
    const result = await verifyBundle(bundle);
    if (!result.ok) throw new Error(result.reason);
    const { report } = result;
    const late = { ...report, log: { ...report.log, to: Number.MAX_SAFE_INTEGER } };
    expect(humanReport({ ok: true, report: late }, 'en')).toMatch(/1970 \+ 9007199254740991 s/);
  });

  it('has every text in both languages', () => {
    for (const text of Object.values(CODE_TEXTS)) {
      expect(text.zh).not.toBe('');
      expect(text.en).not.toBe('');
    }
  });
});
