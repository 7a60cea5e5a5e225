import { REGIMES, type LegalDate, type Regime, type RuleSet } from '@core/rules';
import { PRICE_FORMULAS } from '../formulas/index';
import type { ParameterSpec, PriceFormula } from '../scoring/method';
import { COMMON_PARAMETERS, drawValues } from '../scoring/parameters';
import { lawfulnessOf, type Lawfulness } from './lawfulness';

/** A coefficient the hall draws, and the set it is drawn from: the pool `values` of the draw. */
export interface DrawnCoefficient {
  readonly key: string;
  readonly values: readonly string[];
  /** Drawn always, or only where the documents do not state it. */
  readonly always: boolean;
}

/** A formula as the catalogue lists it. */
export interface CatalogueEntry extends Pick<
  PriceFormula,
  'id' | 'zh' | 'en' | 'source' | 'status' | 'meanValue' | 'trims' | 'needsCeiling'
> {
  /** The formula's own parameters, then those every method has. */
  readonly parameters: readonly ParameterSpec[];
  readonly drawn: readonly DrawnCoefficient[];
  /** Which bids are drawn, in words; null: none. */
  readonly sample: { readonly zh: string; readonly en: string } | null;
  readonly lawful: Readonly<Record<Regime, Lawfulness>>;
}

function drawnOf({ parameters }: PriceFormula): readonly DrawnCoefficient[] {
  return parameters.flatMap((spec) =>
    spec.kind === 'number' && spec.origin !== 'stated'
      ? [{ key: spec.key, values: drawValues(spec), always: spec.origin === 'drawn' }]
      : [],
  );
}

function lawfulByRegime(set: RuleSet, formula: string, on: LegalDate): CatalogueEntry['lawful'] {
  const use = {
    formula,
    procedure: 'price-alone',
    priceWeight: null,
    tieByDraw: false,
    kind: 'goods',
  } as const;
  const [a, b, c, d] = REGIMES.map((regime) => lawfulnessOf(set, regime, use, on));
  if (!a || !b || !c || !d) throw new RangeError('four regimes');
  return { A: a, B: b, C: c, D: d };
}

/** Every price formula with its schema, what is drawn from which set, and where a rule set allows it on a legal date. */
export function methodCatalogue(set: RuleSet, on: LegalDate): readonly CatalogueEntry[] {
  return PRICE_FORMULAS.map((formula) => {
    const { id, zh, en, source, status, meanValue, trims, needsCeiling, sample } = formula;
    return {
      ...{ id, zh, en, source, status, meanValue, trims, needsCeiling },
      parameters: [...formula.parameters, ...COMMON_PARAMETERS],
      drawn: drawnOf(formula),
      sample: sample && { zh: sample.zh, en: sample.en },
      lawful: lawfulByRegime(set, id, on),
    };
  });
}
