import {
  drawnFrom,
  drawPool,
  LOWEST_PRICE_PLAN,
  rankByPlan,
  readPlan,
  type DrawnValues,
  type EvaluatedBid,
  type EvaluationPlan,
} from '@core/evaluation';
import { DRAW_SPEC, type DrawReport, type DrawSpec } from '@core/draw';
import {
  ANYTHING,
  dictionary,
  either,
  fenFromYuan,
  IDENTIFIER,
  list,
  literal,
  nullable,
  struct,
  text,
  whole,
  type Fen,
  type ShapeOf,
} from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import { readSheet } from '@core/opening';
import { bodyOf, ofType, type ClosedBids } from './bid-steps';
import { verifyBlind } from './blind-step';
import { BundleFault, type Bundle, type Findings } from './bundle';
import { publicEndsAt } from './base-price-step';
import type { VerifiedLog } from './log-steps';
import { isOfFailedLot } from './lot-step';
import type { OpenedBids } from './opening-steps';
import { placesOf } from './places';

const LOT = { lot: whole(1, 999) };
const CEILING = nullable(text());
const NOTICE = struct(
  {},
  {
    ceiling: CEILING,
    plan: ANYTHING,
    lots: list(struct({ number: whole(1, 999), ceiling: CEILING })),
  },
);
const RANKED = struct(
  { bid: IDENTIFIER, rank: whole(1), price: text() },
  { ...LOT, score: text() },
);
const REJECTED = struct({ bid: IDENTIFIER, rejected: list(ANYTHING) }, LOT);
const REPORT = struct(
  { tender: IDENTIFIER, assessments: list(either(RANKED, REJECTED)) },
  {
    drawn: dictionary(text()),
    blind: ANYTHING,
    marks: list(struct({ seat: whole(1), bid: IDENTIFIER, item: text(), points: text() })),
    findings: list(struct({ ...LOT, verdict: literal('sufficient', 'reject-all') })),
  },
);
const HALL_EVENT = struct({ event: ANYTHING });
const DRAWN_EVENT = struct({ kind: literal('coefficients_drawn'), values: dictionary(text()) });

function fault(reason: string, detail: Readonly<Record<string, unknown>> = {}): BundleFault {
  return new BundleFault('evaluation', reason, detail);
}

interface Published {
  /** Whether the notice carries a plan: coefficients are drawn over it. */
  readonly isStated: boolean;
  readonly plan: EvaluationPlan;
  readonly ceilingOf: (lot: number) => Fen | null;
  /** The places no tie may leave open. */
  readonly places: number;
}

function yuan(value: string | null): Fen | null {
  const amount = value === null ? null : fenFromYuan(value);
  return amount?.ok === true ? amount.value : null;
}

/** The plan and the ceilings as the notice fixed them; without a plan the lowest evaluated price. */
function publishedIn(notice: LoggedRecord): Published {
  const { ceiling, plan: raw, lots } = bodyOf('evaluation', NOTICE, notice);
  const plan = raw === undefined ? null : readPlan(raw);
  if (plan?.ok === false) throw fault('plan_invalid', { code: plan.refusal.code });
  return {
    isStated: plan !== null,
    plan: plan?.value ?? LOWEST_PRICE_PLAN,
    places: placesOf(notice),
    ceilingOf: (lot) =>
      yuan((lots ? lots.find(({ number }) => number === lot)?.ceiling : ceiling) ?? null),
  };
}

/** A draw of coefficients is over the plan's own values, and begins after every bid is open. */
function checkDraw(
  { drawId, pool, rules }: DrawSpec,
  offered: readonly string[],
  isAfterOpening: boolean,
): void {
  const isOfPlan =
    pool.kind === 'values' &&
    pool.values.join('\n') === offered.join('\n') &&
    rules.pick.length === 1 &&
    rules.pick[0]?.seats === 1;
  if (!isOfPlan) throw fault('coefficients_of_another_plan', { drawId });
  if (!isAfterOpening) throw fault('coefficients_drawn_early', { drawId });
}

/** The coefficients the last verified draw gave. Without a stated plan a draw is no affair of the evaluation. */
function drawnIn(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  { isStated, plan }: Published,
  draws: readonly DrawReport[],
): DrawnValues {
  if (!isStated) return {};
  const opened = closed ? publicEndsAt(bundle, log, closed) : Number.POSITIVE_INFINITY;
  let values: DrawnValues | null = null;
  for (const logged of ofType(log, bundle.scope, 'draw.spec')) {
    const spec = bodyOf('evaluation', DRAW_SPEC, logged);
    if (spec.purpose !== 'coefficient') continue;
    checkDraw(spec, drawPool(plan), logged.index > opened);
    const held = draws.find((one) => one.drawId === spec.drawId && one.status === 'verified');
    if (held) values = drawnFrom(plan, held.values?.[0] ?? '');
  }
  return values ?? {};
}

function isSame(one: DrawnValues, other: DrawnValues): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** What the hall showed as drawn is what the draw gave. */
function hallShows(bundle: Bundle, log: VerifiedLog, drawn: DrawnValues): void {
  for (const logged of ofType(log, bundle.scope, 'hall.coefficients_drawn')) {
    const { event } = bodyOf('evaluation', HALL_EVENT, logged);
    const shown =
      DRAWN_EVENT.fault(event, '$') === null ? (event as { values: DrawnValues }) : null;
    if (!shown || !isSame(shown.values, drawn)) {
      throw fault('coefficients_mismatch', { index: logged.index });
    }
  }
}

function openedPrices(opened: OpenedBids): ReadonlyMap<string, Fen> {
  const prices = new Map<string, Fen>();
  for (const { bid, sheet } of opened.reports) {
    const read = readSheet(sheet);
    if (read.ok) prices.set(bid, read.value.price);
  }
  return prices;
}

/** Ranks the bids of a lot again and compares every place; `ranked`: what the report says. */
function recount(
  lot: number,
  ranked: readonly { bid: string; rank: number; price: string; score?: string | undefined }[],
  published: Published,
  prices: ReadonlyMap<string, Fen>,
  panel: { readonly drawn: DrawnValues; readonly marks: readonly PanelMark[] },
): void {
  const bids = ranked.map(({ bid }): EvaluatedBid => {
    const price = prices.get(bid);
    if (price === undefined) throw fault('ranked_unopened', { bid });
    return { bidId: bid, price };
  });
  const seats = [...new Set(panel.marks.map(({ seat }) => String(seat)))].sort();
  const counted = rankByPlan({
    plan: published.plan,
    ceiling: published.ceilingOf(lot),
    bids,
    drawn: panel.drawn,
    judges: seats,
    marks: panel.marks.map(({ seat, bid, item, points }) => ({
      judge: String(seat),
      bidId: bid,
      itemId: item,
      points,
    })),
    places: published.places,
  });
  if (!counted.ok) throw fault('ranks_not_computable', { lot, code: counted.refusal.code });
  for (const one of counted.value.ranked) {
    const said = ranked.find(({ bid }) => bid === one.bidId);
    const isSaid =
      one.outcome === 'ranked' &&
      said?.rank === one.rank &&
      yuan(said.price) === one.price &&
      said.score === one.score;
    if (!isSaid) throw fault('rank_mismatch', { lot, bid: one.bidId });
  }
  if (counted.value.ranked.length !== ranked.length) throw fault('rank_mismatch', { lot });
}

interface PanelMark {
  readonly seat: number;
  readonly bid: string;
  readonly item: string;
  readonly points: string;
}

/** Every opened bid of a lot that went on was judged, once. */
function checkJudged(
  judged: readonly { readonly bid: string }[],
  prices: ReadonlyMap<string, Fen>,
  closed: ClosedBids | null,
): void {
  const ids = new Set(judged.map(({ bid }) => bid));
  if (ids.size !== judged.length) throw fault('judged_twice');
  for (const bid of prices.keys()) {
    const isReturned = closed !== null && isOfFailedLot(closed, closed.objects.get(bid));
    if (!ids.has(bid) && !isReturned) throw fault('bid_left_out', { bid });
  }
}

/**
 * The evaluation: coefficients drawn over the published plan after every bid was open, and the ranks of the report computed
 * again from the plan, the opened prices, the drawn coefficients and the panel's marks. Which bids were rejected is the
 * panel's judgement; that all others are ranked as the plan says is checked. Before the report is public only the draw is.
 */
export function verifyEvaluation(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  opened: OpenedBids,
  draws: readonly DrawReport[],
  findings: Findings,
): void {
  const [notice] = ofType(log, bundle.scope, 'tender.published');
  const ranked = notice ? ranksOf(bundle, log, closed, opened, draws, publishedIn(notice)) : [];
  const lots = new Set(ranked.map(({ lot = 1 }) => lot));
  findings.done('evaluation', { lots: lots.size, ranked: ranked.length });
}

/** The ranks of the report, each counted again; none before it is public. */
function ranksOf(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  opened: OpenedBids,
  draws: readonly DrawReport[],
  published: Published,
): readonly ShapeOf<typeof RANKED>[] {
  const drawn = drawnIn(bundle, log, closed, published, draws);
  hallShows(bundle, log, drawn);
  const [reported, again] = ofType(log, bundle.scope, 'evaluation.reported');
  if (!reported) return [];
  if (again) throw fault('reported_twice', { index: again.index });
  const report = bodyOf('evaluation', REPORT, reported);
  if (!isSame(report.drawn ?? {}, drawn)) throw fault('coefficients_mismatch');
  const { index } = reported;
  verifyBlind(bundle, log, closed, published.plan, { index, blind: report.blind });
  const prices = openedPrices(opened);
  checkJudged(report.assessments, prices, closed);
  const ranked = report.assessments.flatMap((one) => ('rank' in one ? [one] : []));
  const panel = { drawn, marks: report.marks ?? [] };
  for (const lot of new Set(ranked.map((one) => one.lot ?? 1))) {
    const own = ranked.filter((one) => (one.lot ?? 1) === lot);
    recount(lot, own, published, prices, panel);
  }
  return ranked;
}
