import {
  LOWEST_PRICE_PLAN,
  rankByPlan,
  readPlan,
  type EvaluatedBid,
  type HallDrawn,
} from '@core/evaluation';
import type { DrawReport } from '@core/draw';
import {
  ANYTHING,
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
import {
  DRAWN_ORDERS,
  DRAWN_VALUES,
  drawnIn,
  hallShows,
  reportUses,
  type StatedPlan,
} from './hall-draw-step';
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
    drawn: DRAWN_VALUES,
    orders: DRAWN_ORDERS,
    blind: ANYTHING,
    marks: list(struct({ seat: whole(1), bid: IDENTIFIER, item: text(), points: text() })),
    findings: list(struct({ ...LOT, verdict: literal('sufficient', 'reject-all') })),
  },
);

function fault(reason: string, detail: Readonly<Record<string, unknown>> = {}): BundleFault {
  return new BundleFault('evaluation', reason, detail);
}

interface Published extends StatedPlan {
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
  panel: { readonly drawn: HallDrawn; readonly marks: readonly PanelMark[] },
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
    drawn: panel.drawn.values,
    orders: panel.drawn.orders,
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
 * The evaluation: coefficients and orders of bids drawn over the published plan and the opened bids after every bid was open, and
 * the ranks of the report computed again from the plan, the opened prices, what was drawn and the panel's marks. Which bids were rejected is the
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
  const prices = openedPrices(opened);
  const drawn = drawnIn(bundle, log, closed, { ...published, opened, draws });
  hallShows(bundle, log, drawn);
  const [reported, again] = ofType(log, bundle.scope, 'evaluation.reported');
  if (!reported) return [];
  if (again) throw fault('reported_twice', { index: again.index });
  const report = bodyOf('evaluation', REPORT, reported);
  reportUses(report, drawn);
  const { index } = reported;
  verifyBlind(bundle, log, closed, published.plan, { index, blind: report.blind });
  checkJudged(report.assessments, prices, closed);
  const ranked = report.assessments.flatMap((one) => ('rank' in one ? [one] : []));
  const panel = { drawn, marks: report.marks ?? [] };
  for (const lot of new Set(ranked.map((one) => one.lot ?? 1))) {
    const own = ranked.filter((one) => (one.lot ?? 1) === lot);
    recount(lot, own, published, prices, panel);
  }
  return ranked;
}
