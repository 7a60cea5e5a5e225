import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ERRORS } from '@contracts';
import {
  COUNTY_2013,
  groundOf,
  NATIONAL_2024,
  REFUSAL_GROUNDS,
  REGIMES,
  RIGHT_GROUNDS,
  SHIPPED_RULE_SETS,
  withGround,
  type LegalCode,
} from '@core/rules';
import { AT_TIMES, FROM_A_FINDING, groundedCodes, madeRefusals, NOT_THERE } from './refusals';

const ON = '2026-03-02';
const LEGAL = Object.keys(REFUSAL_GROUNDS) as LegalCode[];

/** Refusals of folds that know no rule set: whoever answers with them adds the law (`RuleSets.orRefuse`). */
const ADDED_BY: Readonly<Record<string, string>> = {
  'libs/core/opening/src/hall.ts': 'libs/server/opening/src/run-hall.ts',
  'libs/core/evaluation/src/lowest-price.ts': 'libs/server/evaluation/src/panel-desk.ts',
  'libs/core/sealed-bid/src/bid.ts': 'libs/server/bid/src/submit-bid.ts',
};

/** Where a holder's own program judges, without a rule set: it answers no request. */
const OUTSIDE: ReadonlySet<string> = new Set(['libs/core/sealed-bid/src/release.ts']);

const fileOf = (at: string): string => at.split(':')[0] ?? '';

describe('refusals', () => {
  it('are of law, each with its rules, or have the reason why they are not', () => {
    for (const { code, rules, reason } of groundedCodes()) {
      expect([code, rules.length > 0 || reason !== null]).toEqual([code, true]);
    }
    for (const code of LEGAL) expect(Object.keys(ERRORS)).toContain(code);
  });

  it.each(SHIPPED_RULE_SETS.map((set) => [set.id, set] as const))(
    'by law have a citation under every regime of %s',
    (_id, set) => {
      for (const code of LEGAL) {
        for (const regime of REGIMES) {
          if (NOT_THERE[code]?.includes(regime)) continue;
          const law = groundOf(code, { set, regime, on: ON });
          expect([code, regime, typeof law?.citation]).toEqual([code, regime, 'string']);
        }
      }
    },
  );

  it('name rules that exist', () => {
    const named = [...Object.values(REFUSAL_GROUNDS), ...Object.values(RIGHT_GROUNDS)].flat();
    for (const id of named) {
      expect([id, NATIONAL_2024.rules.has(id) || COUNTY_2013.rules.has(id)]).toEqual([id, true]);
    }
  });

  it('by law are made with their law, wherever they are made', () => {
    const made = madeRefusals();
    expect(made.length).toBeGreaterThan(250);
    const always = new Set<string>([...LEGAL, ...Object.keys(FROM_A_FINDING)]);
    const bare = made.filter(
      ({ code, hasLaw, at }) =>
        always.has(code) &&
        !hasLaw &&
        ADDED_BY[fileOf(at)] === undefined &&
        !OUTSIDE.has(fileOf(at)),
    );
    expect(bare).toEqual([]);
    const atTimes = made.filter(({ code }) => code in AT_TIMES);
    expect(atTimes.length).toBeGreaterThan(0);
  });

  it.each(Object.values(ADDED_BY))('of a fold get their law in %s', (path) => {
    expect(readFileSync(resolve(__dirname, '../..', path), 'utf8')).toContain('ruleSets.orRefuse(');
  });

  it('get the law they lack, and keep the one they have', () => {
    const law = { set: NATIONAL_2024, regime: 'A', on: ON } as const;
    expect(withGround({ code: 'opening.still_sealed' }, law)).toMatchObject({
      law: { ruleId: 'e-announce-after-all' },
    });
    const own = { code: 'opening.still_sealed', law: { ruleId: 'own', citation: 'x' } };
    expect(withGround(own, law)).toBe(own);
    expect(withGround({ code: 'opening.paused' }, law)).toEqual({ code: 'opening.paused' });
  });
});
