import { NATIONAL_2024 } from '@core/rules';
import { proveExemption, type ClaimedExemption } from './index';

const claim: ClaimedExemption = { ground: 'rescue', evidence: ' 第 3 号令 ', fileId: 'f' };
const prove = (one: ClaimedExemption | null) => proveExemption(one, NATIONAL_2024, '2026-03-02');

describe('a claimed exemption', () => {
  it('is taken with words and a file that show it', () => {
    expect(prove(claim)).toEqual({
      ok: true,
      value: { ground: 'rescue', evidence: '第 3 号令', fileId: 'f' },
    });
    expect(prove(null)).toEqual({ ok: true, value: null });
  });

  it.each([{ evidence: ' ' }, { fileId: null }])('is refused without: %j', (missing) => {
    expect(prove({ ...claim, ...missing })).toMatchObject({
      refusal: {
        code: 'project.exemption_unproven',
        law: { ruleId: 'exempt-tender-list', citation: '招标投标法§66、实施条例§9' },
      },
    });
  });
});
