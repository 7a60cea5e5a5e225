import type { PriceFormula } from '../scoring/method';
import { ABC } from './abc';
import { AQ } from './aq';
import { BAND_REASONABLE_LOW } from './band-reasonable-low';
import { HIGHWAY_REASONABLE_LOW } from './highway-reasonable-low';
import { ITENDER_M1 } from './itender-m1';
import { ITENDER_M3 } from './itender-m3';
import { LOWEST_EVALUATED } from './lowest-evaluated';
import { LOWEST_GP } from './lowest-gp';
import { SAMPLE9 } from './sample9';
import { SCORE_E } from './score-e';

/** Every price formula, the statutory ones first. */
export const PRICE_FORMULAS: readonly PriceFormula[] = [
  LOWEST_EVALUATED,
  LOWEST_GP,
  HIGHWAY_REASONABLE_LOW,
  ITENDER_M1,
  ITENDER_M3,
  SCORE_E,
  ABC,
  AQ,
  SAMPLE9,
  BAND_REASONABLE_LOW,
];

/** The formula with this id, or null. */
export function formulaOf(id: string): PriceFormula | null {
  return PRICE_FORMULAS.find((one) => one.id === id) ?? null;
}
