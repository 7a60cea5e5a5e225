import {
  COMMON_PARAMETERS,
  drawValues,
  formulaOf,
  OUTLIER_PERCENT,
  PRICE_FORMULAS,
  type EvaluationPlan,
  type ParameterSpec,
  type PlanKind,
  type PriceFormula,
} from '@core/evaluation';

/** An item as it is typed. */
export interface TypedItem {
  readonly title: string;
  readonly points: string;
}

/** A plan as it stands in the form. `chosen`: per parameter the value stated, or the values to draw from. */
export interface TypedPlan {
  readonly kind: PlanKind;
  readonly formula: string;
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly priceWeight: string;
  readonly items: readonly TypedItem[];
  readonly ask: string;
  /** Whether the items are scored without names. */
  readonly blind: boolean;
  /** Whether a committee of the tenderer decides among candidates that are not ranked. */
  readonly apart: boolean;
}

/** Formulas a tender may use; in comprehensive scoring those that give scores. */
export function formulasFor(kind: PlanKind): readonly PriceFormula[] {
  return PRICE_FORMULAS.filter(({ score }) => kind === 'formula' || score !== null);
}

/** Whether a parameter is, or may be, drawn in the hall. */
export function mayBeDrawn(spec: ParameterSpec): boolean {
  return spec.kind === 'number' && spec.origin !== 'stated';
}

const TIE_BREAK = 'tieBreak';

/** What may decide between equal bids: the lower price, or an order that the hall draws. */
export const TIE_BREAKS = ['lower-price', 'draw'] as const;
export type TieBreak = (typeof TIE_BREAKS)[number];

/** What decides between equal bids in a plan as it is typed. */
export function tieBreakOf({ chosen }: Pick<TypedPlan, 'chosen'>): TieBreak {
  return TIE_BREAKS.find((one) => one === chosen[TIE_BREAK]?.[0]) ?? 'lower-price';
}

/** The plan with another rule for ties. */
export function withTieBreak(typed: TypedPlan, rule: TieBreak): TypedPlan {
  return { ...typed, chosen: { ...typed.chosen, [TIE_BREAK]: [rule] } };
}

/** The plan with another formula: what was chosen for the old one goes, the rule for ties stays. */
export function withFormula(typed: TypedPlan, formula: string): TypedPlan {
  return { ...typed, formula, chosen: { [TIE_BREAK]: [tieBreakOf(typed)] } };
}

/** The parameters the form asks for: the formula's own. How it rounds has defaults; ties have a field of their own. */
export function askedParameters({ kind, formula }: TypedPlan): readonly ParameterSpec[] {
  const own = formulaOf(formula)?.parameters ?? [];
  return kind === 'comprehensive' ? [...own, OUTLIER_PERCENT] : own;
}

/** The values a parameter may have, in the order they are offered. */
export function valuesOf(spec: ParameterSpec): readonly string[] {
  return spec.kind === 'choice' ? spec.choices : drawValues(spec);
}

/** What a parameter has until somebody chooses: its default, every value where it must be drawn, else the first. */
export function initialOf(spec: ParameterSpec): readonly string[] {
  const values = valuesOf(spec);
  if (spec.kind === 'choice') return [spec.default];
  if (spec.origin === 'drawn') return values;
  const known = values.find((one) => Number(one) === Number(spec.default ?? Number.NaN));
  return [known ?? values[0] ?? ''];
}

/** The form as a plan begins: what was saved, or the defaults of the first formula. */
export function typedOf(plan: EvaluationPlan): TypedPlan {
  const kept: Record<string, readonly string[]> = {};
  for (const [key, value] of Object.entries(plan.parameters)) kept[key] = [value];
  return {
    kind: plan.kind,
    formula: plan.formula ?? formulasFor(plan.kind)[0]?.id ?? '',
    chosen: { ...kept, ...plan.draw },
    priceWeight: plan.priceWeight ?? '60',
    items:
      plan.items.length > 0
        ? plan.items.map(({ title, points }) => ({ title, points }))
        : [{ title: '', points: '40' }],
    ask: plan.askBelowPercent ?? '',
    blind: plan.blind ?? false,
    apart: plan.apart ?? false,
  };
}

function settingsOf(typed: TypedPlan): Pick<EvaluationPlan, 'parameters' | 'draw'> {
  const parameters: Record<string, string> = { [TIE_BREAK]: tieBreakOf(typed) };
  const draw: Record<string, readonly string[]> = {};
  for (const spec of askedParameters(typed)) {
    const values = typed.chosen[spec.key] ?? initialOf(spec);
    const isDrawn = spec.kind === 'number' && spec.origin === 'drawn';
    if (isDrawn || (mayBeDrawn(spec) && values.length > 1)) draw[spec.key] = values;
    else parameters[spec.key] = values[0] ?? '';
  }
  for (const { key } of COMMON_PARAMETERS) {
    const kept = typed.chosen[key]?.[0];
    if (kept !== undefined && key !== TIE_BREAK) parameters[key] = kept;
  }
  return { parameters, draw };
}

/** The plan a form says, in the form it is saved and published in. It always says what decides between equal bids. */
export function planOf(typed: TypedPlan): EvaluationPlan {
  const ask = typed.ask.trim();
  const bare = { askBelowPercent: ask === '' ? null : ask };
  if (typed.kind === 'lowest-price') {
    const none = { formula: null, parameters: {}, draw: {}, priceWeight: null, items: [] };
    return { kind: 'lowest-price', ...none, ...bare };
  }
  const isScored = typed.kind === 'comprehensive';
  return {
    kind: typed.kind,
    formula: typed.formula,
    ...settingsOf(typed),
    priceWeight: isScored ? typed.priceWeight.trim() : null,
    items: isScored
      ? typed.items.map(({ title, points }, at) => ({
          id: `item-${at + 1}`,
          title: title.trim(),
          points: points.trim(),
        }))
      : [],
    ...bare,
    ...(isScored && typed.blind ? { blind: true } : {}),
    ...(typed.apart ? { apart: true } : {}),
  };
}

/** What price and items add up to. */
export function pointsOf({ priceWeight, items }: TypedPlan): number {
  const all = [priceWeight, ...items.map(({ points }) => points)].map(Number);
  return all.reduce((sum, one) => sum + (Number.isFinite(one) ? one : 0), 0);
}
