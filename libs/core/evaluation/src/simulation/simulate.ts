import { accept, readDecimal, refuse, type LawBasis, type Result } from '@core/kernel';
import {
  blocking,
  judge,
  lawOf,
  ruleFor,
  type Finding,
  type LegalDate,
  type Regime,
  type RuleSet,
} from '@core/rules';
import { formulaOf } from '../formulas/index';
import { scoreComprehensively, type ComprehensiveOutcome } from '../procedures/comprehensive';
import { lawfulnessOf, type MethodUse } from '../procedures/lawfulness';
import {
  evaluateTwoEnvelopes,
  type TechnicalResult,
  type TwoEnvelopeOutcome,
} from '../procedures/two-envelopes';
import { evaluateBy } from '../scoring/evaluate';
import type { MethodCase, MethodOutcome, MethodRefusal } from '../scoring/method';
import { fenOf, type SimulationCase } from './case';

/** What the law was asked about a case, and what it said. */
export interface LegalNote {
  readonly ruleSet: string;
  readonly ruleSetHash: string;
  readonly regime: string;
  readonly findings: readonly Finding[];
}

/** The outcome of a case: that of its method, with the formula's evidence and, where asked, the law. */
export interface Simulation {
  readonly format: 'sunlit-simulation-1';
  readonly formula: string;
  /** How far the formula's source could be checked. */
  readonly formulaStatus: string;
  readonly formulaSource: string;
  readonly outcome: MethodOutcome | ComprehensiveOutcome | TwoEnvelopeOutcome;
  readonly law: LegalNote | null;
}

type Asked = Omit<MethodCase, 'bids'>;

function common(asked: SimulationCase): Asked {
  const { ceilingYuan, parameters, drawn, sample, tieOrder } = asked;
  return {
    ceiling: ceilingYuan === undefined ? null : fenOf(ceilingYuan),
    ...(parameters && { parameters }),
    ...(drawn && { drawn }),
    ...(sample && { sample }),
    ...(tieOrder && { tieOrder }),
  };
}

function pricedBids({ bids }: SimulationCase): Result<MethodCase['bids'], MethodRefusal> {
  const rejected = bids.findIndex((one) => one.rejected !== undefined);
  return rejected === -1
    ? accept(bids.map(({ id, priceYuan }) => ({ bidId: id, price: fenOf(priceYuan) })))
    : refuse('method.malformed', { path: `$.bids[${rejected}].rejected` });
}

function comprehensive(asked: SimulationCase): Result<ComprehensiveOutcome, MethodRefusal> {
  const bids = pricedBids(asked);
  if (!bids.ok) return bids;
  const { formula, priceWeight, items, judges, marks } = asked;
  if (formula === undefined || priceWeight === undefined || !items || !judges || !marks) {
    return refuse('method.malformed', { path: '$: formula, priceWeight, items, judges, marks' });
  }
  return scoreComprehensively({
    ...common(asked),
    bids: bids.value,
    formula,
    priceWeight,
    judges,
    items: items.map(({ id, weight }) => ({ itemId: id, weight })),
    marks: marks.map(({ judge: who, bid, item, points }) => ({
      judge: who,
      bidId: bid,
      itemId: item,
      points,
    })),
  });
}

function technicalOf(asked: SimulationCase): Result<readonly TechnicalResult[], MethodRefusal> {
  const results: TechnicalResult[] = [];
  for (const [at, one] of (asked.technical ?? []).entries()) {
    const { id: bidId, score, rejected } = one;
    if (score !== undefined && rejected === undefined) results.push({ bidId, score });
    else if (rejected !== undefined && score === undefined) results.push({ bidId, rejected });
    else return refuse('method.malformed', { path: `$.technical[${at}]` });
  }
  return accept(results);
}

function twoEnvelopes(asked: SimulationCase): Result<TwoEnvelopeOutcome, MethodRefusal> {
  const technical = technicalOf(asked);
  if (!technical.ok) return technical;
  const { formula, open, tieAtCut } = asked;
  if (formula === undefined || open === undefined) {
    return refuse('method.malformed', { path: '$: formula, technical, open' });
  }
  return evaluateTwoEnvelopes({
    ...common(asked),
    formula,
    technical: technical.value,
    open,
    cut: tieAtCut ?? 'refuse',
    prices: asked.bids.map(({ id, priceYuan, rejected }) => ({
      bidId: id,
      price: fenOf(priceYuan),
      ...(rejected !== undefined && { rejected }),
    })),
  });
}

function priceAlone(asked: SimulationCase): Result<MethodOutcome, MethodRefusal> {
  const formula = formulaOf(asked.method);
  if (!formula) return refuse('method.unknown', { method: asked.method });
  const bids = pricedBids(asked);
  return bids.ok ? evaluateBy(formula, { ...common(asked), bids: bids.value }) : bids;
}

function outcomeOf(asked: SimulationCase): Result<Simulation['outcome'], MethodRefusal> {
  if (asked.method === 'comprehensive-scoring') return comprehensive(asked);
  if (asked.method === 'two-envelopes') return twoEnvelopes(asked);
  return priceAlone(asked);
}

function useOf(asked: SimulationCase): MethodUse {
  const { method, formula, priceWeight, law } = asked;
  const weight = priceWeight === undefined ? null : readDecimal(priceWeight);
  return {
    formula: formula ?? method,
    procedure:
      method === 'comprehensive-scoring' || method === 'two-envelopes' ? method : 'price-alone',
    priceWeight: weight?.ok ? weight.value : null,
    tieByDraw: asked.parameters?.tieBreak === 'draw',
    kind: law?.kind ?? 'goods',
  };
}

function basis(findings: readonly Finding[]): LawBasis | undefined {
  const [first] = blocking(findings);
  return first && lawOf(first);
}

interface Law {
  readonly set: RuleSet;
  readonly regime: Regime;
  readonly on: LegalDate;
}

function lawIn(
  { law }: SimulationCase,
  sets: readonly RuleSet[],
  today: LegalDate,
): Result<Law | null, MethodRefusal> {
  if (!law) return accept(null);
  const set = sets.find((one) => one.id === law.ruleSet);
  return set
    ? accept({ set, regime: law.regime, on: law.on ?? today })
    : refuse('method.malformed', { path: '$.law.ruleSet' });
}

function noteOf(
  { set, regime, on }: Law,
  before: readonly Finding[],
  { bids }: Simulation['outcome'],
): LegalNote {
  const valid = bids.filter((one) => one.rank !== null).length;
  const few = ruleFor(set, 'eval-lt3-reasoned', regime, on);
  const findings = few && valid < 3 ? [...before, judge(few, false, { valid })] : before;
  return { ruleSet: set.id, ruleSetHash: set.hash, regime, findings };
}

/**
 * Computes a case. Where the case names a rule set and a regime, an unlawful method is refused before anything is
 * computed (`method.unlawful`, with its rule), by the rules of its date, or of today where it gives none; fewer than three valid bids are found (`eval-lt3-reasoned`).
 */
export function simulate(
  asked: SimulationCase,
  sets: readonly RuleSet[],
  today: LegalDate,
): Result<Simulation, MethodRefusal> {
  const formula = formulaOf(asked.formula ?? asked.method);
  if (!formula) return refuse('method.unknown', { method: asked.formula ?? asked.method });
  const law = lawIn(asked, sets, today);
  if (!law.ok) return law;
  const lawful =
    law.value && lawfulnessOf(law.value.set, law.value.regime, useOf(asked), law.value.on);
  if (lawful?.verdict === 'refused') {
    return refuse('method.unlawful', { method: formula.id }, basis(lawful.findings));
  }
  const outcome = outcomeOf(asked);
  if (!outcome.ok) return outcome;
  return accept({
    format: 'sunlit-simulation-1',
    formula: formula.id,
    formulaStatus: formula.status,
    formulaSource: formula.source,
    outcome: outcome.value,
    law: law.value && noteOf(law.value, lawful?.findings ?? [], outcome.value),
  });
}
