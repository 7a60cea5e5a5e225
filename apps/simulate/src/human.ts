import { formulaOf, type ScoredBid, type Simulation } from '@core/evaluation';
import type { Refusal } from '@core/kernel';
import { fill, REASON_TEXTS, WORDS, type Language } from './texts';

/** Columns a text takes on a terminal: ideographs and full-width forms take two. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
}

function table(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return right.has(column) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

function rowOf(bid: ScoredBid, language: Language): readonly string[] {
  const reasons = bid.reasons.map((one) => fill(REASON_TEXTS[one.code][language], one.params));
  return [
    bid.rank === null ? '–' : String(bid.rank),
    bid.bidId,
    bid.priceYuan,
    bid.score ?? '–',
    reasons.join(language === 'zh' ? '；' : '; '),
  ];
}

function extras({ outcome, law }: Simulation, language: Language): string[] {
  const lines: string[] = [];
  if ('technical' in outcome) {
    for (const one of outcome.technical) {
      const verdict = WORDS[one.outcome][language];
      const detail = one.ground ?? one.score ?? '';
      lines.push(`${WORDS.technical[language]}: ${one.bidId}: ${detail} ${verdict}`);
    }
  }
  if ('notices' in outcome) {
    for (const { judge, bidId, itemId, points, othersMean } of outcome.notices) {
      const what = `${judge} ${bidId} ${itemId} ${points} (${othersMean})`;
      lines.push(`${WORDS.notice[language]}: ${what}`);
    }
  }
  for (const tie of outcome.ties) lines.push(`${WORDS.tie[language]}: ${tie.join(', ')}`);
  for (const finding of law?.findings ?? []) {
    if (finding.outcome === 'violated') {
      lines.push(`${WORDS.violated[language]}: ${finding[language]} (${finding.citation})`);
    }
  }
  return lines;
}

/** A simulation as a table for people. */
export function humanText(simulation: Simulation, language: Language): string {
  const { outcome, formula, formulaStatus } = simulation;
  const name = formulaOf(formula)?.[language] ?? formula;
  const doubt = formulaStatus === 'checked' ? '' : ` — ${WORDS.unverified[language]}`;
  const head = (['rank', 'bid', 'price', 'score', 'reasons'] as const).map(
    (key) => WORDS[key][language],
  );
  const method = outcome.method === formula ? formula : `${outcome.method} / ${formula}`;
  return [
    `${WORDS.method[language]}: ${method} (${name})${doubt}`,
    ...outcome.steps
      .filter((one) => one.key !== 'benchmark')
      .map((one) => `${one.key} = ${one.value}`),
    `${WORDS.benchmark[language]} = ${outcome.benchmarkYuan ?? '–'}`,
    '',
    ...table([head, ...outcome.bids.map((bid) => rowOf(bid, language))], new Set([0, 2, 3])),
    ...extras(simulation, language),
  ].join('\n');
}

/** A refusal for people: its code, its numbers, its law. */
export function humanRefusal({ code, params, law }: Refusal, language: Language): string {
  const numbers = Object.entries(params ?? {}).map(
    ([key, value]) => `${key} = ${Array.isArray(value) ? value.join(', ') : String(value)}`,
  );
  const lines = [`${WORDS.refused[language]}: ${code}`, ...numbers];
  return [...lines, ...(law ? [`${law.ruleId} (${law.citation})`] : [])].join('\n');
}
