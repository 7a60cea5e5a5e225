import {
  accept,
  decimal,
  fraction,
  readDecimal,
  refuse,
  ROUNDINGS,
  type Fraction,
  type Result,
} from '@core/kernel';
import type { ChoiceSpec, MethodRefusal, NumberSpec, ParameterSpec, Settings } from './method';

/** Makes a parameter's schema; what is left out is: stated in the documents, range of the source. */
export function numberOf(
  key: string,
  [min, max, step]: readonly [string, string, string],
  rest: Pick<NumberSpec, 'unit' | 'zh' | 'en' | 'default'> &
    Partial<Pick<NumberSpec, 'origin' | 'range' | 'values'>>,
): NumberSpec {
  return { key, kind: 'number', min, max, step, origin: 'stated', range: 'source', ...rest };
}

/** How every method rounds and breaks ties: the documents may state it, and have a default. */
export const COMMON_PARAMETERS: readonly ParameterSpec[] = [
  numberOf('scorePlaces', ['0', '6', '1'], {
    unit: 'places',
    default: '2',
    range: 'own',
    zh: '得分小数位数',
    en: 'decimal places of a score',
  }),
  numberOf('benchmarkPlaces', ['0', '6', '1'], {
    unit: 'places',
    default: '2',
    range: 'own',
    zh: '基准价小数位数（元）',
    en: 'decimal places of the benchmark in yuan',
  }),
  {
    key: 'benchmarkRounding',
    kind: 'choice',
    choices: ['round', 'exact'],
    default: 'round',
    zh: '基准价是否先取整再计分',
    en: 'whether the benchmark is rounded before scores are computed from it',
  },
  {
    key: 'rounding',
    kind: 'choice',
    choices: ROUNDINGS,
    default: 'half-up',
    zh: '修约规则',
    en: 'rule of rounding',
  },
  {
    key: 'tieBreak',
    kind: 'choice',
    choices: ['report', 'lower-price', 'draw'],
    default: 'report',
    zh: '得分相同时的处理',
    en: 'what decides between equal scores',
  },
];

/**
 * The values a draw may give a coefficient, as texts with equal places: what the pool of the draw in the hall holds
 * (docs/protocols/draw.md, pool `values`).
 */
export function drawValues(spec: NumberSpec): readonly string[] {
  const [min, max, step] = [decimal(spec.min), decimal(spec.max), decimal(spec.step)];
  const all: Fraction[] = [];
  for (let value = min; value.compare(max) <= 0; value = value.plus(step)) all.push(value);
  const texts = spec.values ?? all.map(String);
  const places = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  return texts.map((text) => decimal(text).toFixed(places, 'half-up'));
}

function isAllowed(spec: NumberSpec, value: Fraction): boolean {
  if (spec.values) return spec.values.some((one) => decimal(one).compare(value) === 0);
  const [min, max, step] = [decimal(spec.min), decimal(spec.max), decimal(spec.step)];
  if (value.compare(min) < 0 || value.compare(max) > 0) return false;
  return value.minus(min).over(step).isWhole();
}

function outside(
  spec: NumberSpec,
  value: string,
): ReturnType<typeof refuse<MethodRefusal['code']>> {
  return refuse('method.parameter_outside', {
    key: spec.key,
    value,
    allowed: spec.values?.join(', ') ?? `${spec.min}–${spec.max}, ${spec.step}`,
  });
}

type Texts = Readonly<Record<string, string>>;

function textOf(spec: NumberSpec, stated: Texts, drawn: Texts): Result<string, MethodRefusal> {
  const { key, origin } = spec;
  const fromDraw = Object.hasOwn(drawn, key) ? drawn[key] : undefined;
  const fromDocuments = Object.hasOwn(stated, key) ? stated[key] : undefined;
  if (fromDraw !== undefined && fromDocuments !== undefined) {
    return refuse('method.parameters_contradict', { keys: [key] });
  }
  if (fromDraw !== undefined && origin === 'stated') return refuse('method.not_drawn', { key });
  if (fromDocuments !== undefined && origin === 'drawn') {
    return refuse('method.parameter_missing', { key, origin });
  }
  const text = fromDraw ?? fromDocuments ?? spec.default;
  return text === null ? refuse('method.parameter_missing', { key, origin }) : accept(text);
}

function choose(spec: ChoiceSpec, stated: Texts): Result<string, MethodRefusal> {
  const text = Object.hasOwn(stated, spec.key) ? (stated[spec.key] ?? '') : spec.default;
  return spec.choices.includes(text)
    ? accept(text)
    : refuse('method.parameter_outside', {
        key: spec.key,
        value: text,
        allowed: spec.choices.join(', '),
      });
}

/**
 * Holds what the documents stated and the hall drew against a schema. Refuses unknown keys, missing ones, values
 * outside the range or off its steps, and a value both stated and drawn.
 */
export function settle(
  specs: readonly ParameterSpec[],
  stated: Texts,
  drawn: Texts,
): Result<Settings, MethodRefusal> {
  const all = [...specs, ...COMMON_PARAMETERS];
  for (const key of [...Object.keys(stated), ...Object.keys(drawn)]) {
    if (!all.some((spec) => spec.key === key)) return refuse('method.parameter_unknown', { key });
  }
  const numbers = new Map<string, Fraction>();
  const choices = new Map<string, string>();
  const used: Record<string, string> = {};
  for (const spec of all) {
    const text = spec.kind === 'choice' ? choose(spec, stated) : textOf(spec, stated, drawn);
    if (!text.ok) return text;
    used[spec.key] = text.value;
    if (spec.kind === 'choice') {
      choices.set(spec.key, text.value);
      continue;
    }
    const value = readDecimal(text.value);
    if (!value.ok || !isAllowed(spec, value.value)) return outside(spec, text.value);
    numbers.set(spec.key, spec.unit === 'percent' ? value.value.over(fraction(100)) : value.value);
  }
  return accept({
    number: (key) => found(numbers, key),
    choice: (key) => found(choices, key),
    used,
  });
}

function found<T>(values: ReadonlyMap<string, T>, key: string): T {
  const value = values.get(key);
  if (value === undefined) throw new RangeError(`no parameter ${key} in the schema`);
  return value;
}
