import type { Translate } from '../../shared/i18n/catalogue';
import type { VerifyCheck } from '../../shared/ui/verify-badge';
import type { WorkStep } from '../../shared/ui/work-steps';
import { checksFor, holds } from './recompute';
import type { DrawRecords } from './records';

/** Recomputes a draw step by step in the reader's browser. */
export function drawCheck(t: Translate, records: DrawRecords): VerifyCheck {
  return async (report) => {
    const { spec } = records;
    if (spec === null) return { kind: 'impossible', why: t('draw.notYet') };
    const checks = checksFor(spec);
    const states: WorkStep['state'][] = checks.map(() => 'later');
    const mark = (at: number, state: WorkStep['state']) => {
      states[at] = state;
      report(
        checks.map((check, index) => ({
          label: t(`draw.${check}`),
          state: states[index] ?? 'later',
        })),
      );
    };
    for (const [at, check] of checks.entries()) {
      mark(at, 'now');
      const fine = await holds(check, records);
      mark(at, fine ? 'done' : 'failed');
      if (!fine) {
        const what = t('draw.differs', { what: t(`draw.${check}`) });
        return { kind: 'differs', what, tellWhom: t('tender.verifyTell') };
      }
    }
    return { kind: 'agrees', checked: t('draw.checked', { count: checks.length }) };
  };
}
