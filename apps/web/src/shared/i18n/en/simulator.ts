import type { simulatorChinese } from '../zh-CN/simulator';

export const simulatorEnglish: Readonly<Record<keyof typeof simulatorChinese, string>> = {
  'nav.simulator': 'Method simulator',
  'simulator.title': 'Method simulator',
  'simulator.lead':
    'Try a method on assumed prices before it goes into the documents. Everything is computed on this computer; nothing is uploaded.',
  'simulator.input': 'Method, prices, parameters',
  'simulator.method': 'Price formula',
  'simulator.regime': 'Regime',
  'simulator.regime.A': 'A Works that must be tendered',
  'simulator.regime.B': 'B Government procurement of goods and services',
  'simulator.regime.C': 'C Below the threshold',
  'simulator.regime.D': 'D Village collectives',
  'simulator.prices': 'Prices (yuan), one bid a line',
  'simulator.pricesHint': 'A price alone, or a name, a space and a price.',
  'simulator.wrongLines': 'Not a price and not counted: line {lines}.',
  'simulator.ceiling': 'Ceiling',
  'simulator.drawn': '{what} (drawn in the hall)',
  'simulator.choice.oneEach': 'Left out',
  'simulator.choice.none': 'Kept',
  'simulator.unverified':
    'The source of this formula is unverified: {source}. Have the original in hand before using it.',
  'simulator.chart':
    'Prices across, scores up, the benchmark as a dashed line; the figures are in the table below.',
  'simulator.benchmark': 'Benchmark (yuan)',
  'simulator.benchmarkAt': 'Benchmark {yuan}',
  'simulator.score': 'Score',
  'simulator.reasons': 'Reasons',
  'simulator.join': '; ',
  'simulator.tie': '{names} are tied. The documents should say what decides between equal scores.',
};
