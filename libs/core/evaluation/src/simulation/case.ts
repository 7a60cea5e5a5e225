import {
  decimal,
  dictionary,
  fen,
  isObject,
  list,
  literal,
  read,
  refuse,
  struct,
  text,
  whole,
  type Fen,
  type Result,
  type ShapeOf,
} from '@core/kernel';
import { PROJECT_KINDS, REGIMES } from '@core/rules';
import { CUTS } from '../procedures/two-envelopes';
import type { MethodRefusal } from '../scoring/method';

const NAME = text(/^\P{C}{1,120}$/u);
const YUAN = text(/^(0|[1-9]\d{0,12})(\.\d{1,2})?$/);
const NUMBER = text(/^-?(0|[1-9]\d{0,14})(\.\d{1,12})?$/);
const GROUND = text(/^\P{C}{1,2000}$/u);
const VALUES = dictionary(text(/^[A-Za-z0-9.-]{1,30}$/));
const MOST_BIDS = 1000;

const BID = struct({ id: NAME, priceYuan: YUAN }, { rejected: GROUND });
const LAW = struct(
  { ruleSet: NAME, regime: literal(...REGIMES) },
  { kind: literal(...PROJECT_KINDS), on: text(/^\d{4}-\d{2}-\d{2}$/) },
);
const OPTIONAL = {
  title: NAME,
  formula: NAME,
  law: LAW,
  ceilingYuan: YUAN,
  parameters: VALUES,
  drawn: VALUES,
  sample: list(NAME, 0, MOST_BIDS),
  tieOrder: list(NAME, 0, MOST_BIDS),
  priceWeight: NUMBER,
  items: list(struct({ id: NAME, weight: NUMBER }), 0, 200),
  judges: list(NAME, 0, 99),
  marks: list(struct({ judge: NAME, bid: NAME, item: NAME, points: NUMBER })),
  technical: list(struct({ id: NAME }, { score: NUMBER, rejected: GROUND }), 1, MOST_BIDS),
  open: whole(1, MOST_BIDS),
  tieAtCut: literal(...CUTS),
};
const REQUIRED = {
  format: literal('sunlit-simulate-1'),
  method: NAME,
  bids: list(BID, 0, MOST_BIDS),
};
const CASE = struct(REQUIRED, OPTIONAL);

/** A case of the simulator as it is written (format `sunlit-simulate-1`, docs/methods/simulate.md). */
export type SimulationCase = ShapeOf<typeof CASE>;

/** Members that only these methods read; elsewhere they would be silently without effect. */
const ONLY: Readonly<Record<string, readonly (keyof typeof OPTIONAL)[]>> = {
  'comprehensive-scoring': ['priceWeight', 'items', 'judges', 'marks'],
  'two-envelopes': ['technical', 'open', 'tieAtCut'],
};

function unread(json: Readonly<Record<string, unknown>>): string | null {
  const known = [...Object.keys(REQUIRED), ...Object.keys(OPTIONAL)];
  const foreign = Object.entries(ONLY).flatMap(([method, keys]) =>
    json.method === method ? [] : keys,
  );
  const procedure = typeof json.method === 'string' && Object.hasOwn(ONLY, json.method);
  const refused: readonly string[] = procedure ? foreign : [...foreign, 'formula'];
  return Object.keys(json).find((key) => !known.includes(key) || refused.includes(key)) ?? null;
}

/**
 * Reads a case. Refuses (`method.malformed`, with the place) anything that is not of the form, and members that the
 * method would not read: a misspelt name must not pass for a default.
 */
export function readCase(raw: unknown): Result<SimulationCase, MethodRefusal> {
  const shaped = read(CASE, raw);
  if (!shaped.ok) {
    return refuse('method.malformed', { path: String(shaped.refusal.params?.path ?? '$') });
  }
  const extra = isObject(raw) ? unread(raw) : null;
  return extra === null ? shaped : refuse('method.malformed', { path: `$.${extra}` });
}

/** Yuan as a case writes them, `"8500000"` or `"8500000.5"`, in fen: at most 15 digits, so always an amount. */
export function fenOf(yuan: string): Fen {
  const exact = decimal(yuan).times(decimal('100'));
  return fen(Number(exact.n));
}
