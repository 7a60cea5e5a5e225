import { accept, fen, fenToYuan, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import type { LegalDate } from './calendar';
import type { Finding } from './finding';
import { METHODS, type Method, type MethodAdvice } from './methods';
import { PROJECT_KINDS, type ProjectKind } from './project-facts';
import type { Regime } from './rule-set';

/** What a local document measures a purchase by: the estimated contract price, or the total investment of its project. */
export const PROCEDURE_MEASURES = ['estimate', 'investment'] as const;
export type ProcedureMeasure = (typeof PROCEDURE_MEASURES)[number];

/** One band of a table: from the limit of the band before it, itself included, to below its own. */
export interface ProcedureBand {
  /** Below this sum, in fen. */
  readonly below: Fen;
  /** The ways open in this band, the document's own order. */
  readonly methods: readonly Method[];
  /** Who must have decided before, whose minutes are then recorded (党委会、镇长办公会); empty: nobody. */
  readonly decidedBy: string;
}

/** The table of a place's own document: which way is open below the thresholds for a purchase of which size (限额以下分档). */
export interface ProcedureTable {
  /** Number of the document (文号), as it is cited. */
  readonly documentNumber: string;
  readonly title: string;
  /** Conclusion of the fair competition review the document went through (公平竞争审查结论), by its number. */
  readonly fairCompetitionReview: string;
  readonly measure: ProcedureMeasure;
  readonly kinds: readonly ProjectKind[];
  /** First and last legal date on which it is in force; null: no last one. */
  readonly from: LegalDate;
  readonly to: LegalDate | null;
  /** Ascending. What reaches the last limit is not under the table. */
  readonly bands: readonly ProcedureBand[];
}

/** Why a table cannot be kept: `reason` names the part (`document`, `title`, `review`, `kinds`, `dates`, `bands`, `limits`, `methods`). */
export type ProcedureRefusal = Refusal<'procedure.invalid'>;

const MOST_BANDS = 12;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

function faultOf(table: ProcedureTable): string | null {
  const { documentNumber, title, fairCompetitionReview, kinds, from, to, bands } = table;
  if (documentNumber.trim() === '') return 'document';
  if (title.trim() === '') return 'title';
  if (fairCompetitionReview.trim() === '') return 'review';
  if (kinds.length === 0 || kinds.some((kind) => !PROJECT_KINDS.includes(kind))) return 'kinds';
  if (!isDate(from) || (to !== null && (!isDate(to) || to < from))) return 'dates';
  if (bands.length === 0 || bands.length > MOST_BANDS) return 'bands';
  const isAscending = bands.every(({ below }, at) => below > (bands[at - 1]?.below ?? 0));
  if (!isAscending) return 'limits';
  const isNamed = bands.every(
    ({ methods }) =>
      methods.length > 0 &&
      new Set(methods).size === methods.length &&
      methods.every((one) => METHODS.includes(one)),
  );
  return isNamed ? null : 'methods';
}

/** The table as it is kept, its texts trimmed; refuses one that leaves open what it means. */
export function procedureTable(typed: ProcedureTable): Result<ProcedureTable, ProcedureRefusal> {
  const reason = faultOf(typed);
  if (reason !== null) return refuse('procedure.invalid', { reason });
  const bands = typed.bands.map((band) => ({ ...band, decidedBy: band.decidedBy.trim() }));
  const { documentNumber, title, fairCompetitionReview } = typed;
  return accept({
    ...typed,
    documentNumber: documentNumber.trim(),
    title: title.trim(),
    fairCompetitionReview: fairCompetitionReview.trim(),
    bands,
  });
}

/** Whether a table is in force on a legal date. */
export function isInForce(
  { from, to }: Pick<ProcedureTable, 'from' | 'to'>,
  on: LegalDate,
): boolean {
  return on >= from && (to === null || on <= to);
}

/** What is held against a table. */
export interface ProcedureFacts {
  readonly regime: Regime;
  readonly kind: ProjectKind;
  readonly estimate: Fen;
  readonly totalInvestment: Fen;
}

/** The band a purchase falls into, with where it stands. */
export interface LocalBand extends ProcedureBand {
  readonly documentNumber: string;
  readonly title: string;
  readonly measure: ProcedureMeasure;
  /** From this sum on, in fen. */
  readonly from: Fen;
  /** The sum that was held against it, in fen. */
  readonly amount: Fen;
}

/**
 * The band a purchase falls into on a legal date; null: into none, and the rule set alone says what is open. `places`: the
 * tables of each place, the nearest place first, in each the newest table first: that alone speaks for its place. Only what is
 * under no statute (regimes C and D) may be left to a place's own document.
 */
export function bandFor(
  places: readonly (readonly ProcedureTable[])[],
  { regime, kind, estimate, totalInvestment }: ProcedureFacts,
  on: LegalDate,
): LocalBand | null {
  if (regime === 'A' || regime === 'B') return null;
  for (const tables of places) {
    const newest = tables.find((one) => isInForce(one, on) && one.kinds.includes(kind));
    if (!newest) continue;
    const { bands, ...table } = newest;
    const amount = table.measure === 'investment' ? totalInvestment : estimate;
    const at = bands.findIndex(({ below }) => amount < below);
    const band = bands[at];
    if (!band) continue;
    const { documentNumber, title, measure } = table;
    return {
      ...band,
      documentNumber,
      title,
      measure,
      from: bands[at - 1]?.below ?? fen(0),
      amount,
    };
  }
  return null;
}

/** The id findings of local documents carry, whatever their number. */
export const LOCAL_PROCEDURE = 'local-procedure';

/** From the narrowest to the widest: whoever may choose alone may also ask several, invite, or call everybody. */
const WIDTH: readonly Method[] = ['direct_choice', 'comparison', 'invited_tender', 'open_tender'];

/**
 * Whether a band leaves a method open: it is named, or wider than one that is. A document may allow less competition for small
 * sums; it may not forbid more (公平竞争审查规则§5(三): no designated way), so calling everybody is always open.
 */
export function leavesOpen({ methods }: Pick<ProcedureBand, 'methods'>, method: Method): boolean {
  if (method === 'open_tender' || methods.includes(method)) return true;
  const narrower = WIDTH.slice(0, Math.max(0, WIDTH.indexOf(method)));
  return methods.some((one) => narrower.includes(one));
}

/** A band held against a method: shown, kept and cited like a rule of the set, by the number of its document. */
export function judgeByBand(band: LocalBand, method: Method | null): Finding {
  const { documentNumber, title, from, below, amount, methods, decidedBy } = band;
  const [first, last] = [fenToYuan(from), fenToYuan(below)];
  return {
    ruleId: LOCAL_PROCEDURE,
    outcome: method === null || leavesOpen(band, method) ? 'satisfied' : 'violated',
    severity: 'block',
    facts: {
      from,
      below,
      amount,
      methods: methods.join(' '),
      ...(decidedBy === '' ? {} : { decidedBy }),
    },
    citation: documentNumber,
    quote: title,
    zh: `本级文件：${first} 元以上、${last} 元以下的分档`,
    en: `The place's own document: the band from ${first} to below ${last} yuan`,
    // What the document says was typed off it, by whoever keeps the table.
    status: 'secondary',
  };
}

/**
 * What similar purchases come to together, held against the band each falls into: they leave it. Null: they do not. `total` in
 * fen, by the measure of the band's document.
 */
export function judgeSplitByBand(band: LocalBand, total: Fen, projects: string): Finding | null {
  if (total < band.below) return null;
  return {
    ...judgeByBand(band, null),
    outcome: 'violated',
    severity: 'warn',
    facts: { total, threshold: band.below, projects },
  };
}

/**
 * The advice of the rule set as a place's own document narrows it: its ways first and in its order, what is narrower refused
 * by it. What the rule set refuses by a statute stays refused; choosing directly becomes lawful only here.
 */
export function narrowedBy(
  advice: readonly MethodAdvice[],
  band: LocalBand | null,
): readonly MethodAdvice[] {
  if (band === null) return advice;
  const held = advice.map((one): MethodAdvice => {
    const method = METHODS.find((known) => known === one.method);
    if (method === undefined) return one;
    const finding = judgeByBand(band, method);
    if (finding.outcome === 'violated') {
      return { ...one, verdict: 'refused', findings: [finding, ...one.findings] };
    }
    if (one.verdict === 'refused' && method !== 'direct_choice') return one;
    const kept = method === 'direct_choice' ? [] : one.findings;
    const isOpen = one.verdict !== 'needs-basis' && band.decidedBy === '';
    const verdict = isOpen ? 'allowed' : 'needs-basis';
    return { ...one, verdict, findings: [finding, ...kept] };
  });
  const place = ({ method }: MethodAdvice): number => {
    const at = band.methods.findIndex((one) => one === method);
    return at < 0 ? band.methods.length : at;
  };
  return [...held].sort((one, other) => place(one) - place(other));
}
