import { DRAW_SPEC, type DrawReport } from '@core/draw';
import {
  hexOf,
  IDENTIFIER,
  list,
  literal,
  nullable,
  struct,
  text,
  whole,
  type ShapeOf,
} from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import { bodyOf, ofType } from './bid-steps';
import { BundleFault, type Bundle, type Findings } from './bundle';
import type { VerifiedLog } from './log-steps';
import { isNoticedApart, placesOf } from './places';

const LOT = { lot: whole(1, 999) };
const CANDIDATE = struct(
  { name: text(), price: nullable(text()) },
  { ...LOT, rank: whole(1), number: whole(1) },
);
const PUBLISHED = struct({ tender: IDENTIFIER, candidates: list(CANDIDATE, 1) });
const PASSED = struct({ lot: whole(1, 999), name: text() });
const AWARD = struct({ tender: IDENTIFIER, name: text(), price: nullable(text()) }, LOT);
const DECIDED = struct({
  tender: IDENTIFIER,
  lot: whole(1, 999),
  way: literal('vote', 'deliberation'),
  members: whole(1),
  votes: list(struct({ name: text(), votes: whole(0) })),
  chosen: text(),
  reason: text(),
  minutes: hexOf(32),
});
const CHOICE = struct({ tender: IDENTIFIER, name: text(), price: text() });

type Candidate = ShapeOf<typeof CANDIDATE>;

function fault(reason: string, detail: Readonly<Record<string, unknown>> = {}): BundleFault {
  return new BundleFault('result', reason, detail);
}

interface Publication {
  readonly index: number;
  readonly candidates: readonly Candidate[];
}

/** A direct choice is the only candidate, under its own name and price. */
function checkChoice(choice: LoggedRecord, published: readonly Publication[]): void {
  const { name, price } = bodyOf('result', CHOICE, choice);
  for (const { index, candidates } of published) {
    const [only, ...more] = candidates;
    if (more.length > 0 || only?.name !== name || only.price !== price) {
      throw fault('not_the_choice', { index });
    }
  }
}

/** The names of a lottery's firms in the order its last verified draw gave. */
function drawnOrder(
  bundle: Bundle,
  log: VerifiedLog,
  draws: readonly DrawReport[],
): readonly string[] | null {
  let order: readonly string[] | null = null;
  for (const logged of ofType(log, bundle.scope, 'draw.spec')) {
    const { drawId, purpose, firms = [] } = bodyOf('result', DRAW_SPEC, logged);
    if (purpose !== 'lottery') continue;
    const held = draws.find((one) => one.drawId === drawId && one.status === 'verified');
    const names = new Map(firms.map(({ number, name }) => [number, name]));
    if (held?.values) order = held.values.map((number) => names.get(number) ?? '');
  }
  return order;
}

/** The candidates of a lottery are the first of the drawn order, as many as the law lets stand. */
function checkLottery(
  bundle: Bundle,
  log: VerifiedLog,
  draws: readonly DrawReport[],
  published: readonly Publication[],
): void {
  const [notice] = ofType(log, bundle.scope, 'tender.published');
  if (notice?.record.body.method !== 'lottery' || published.length === 0) return;
  const order = drawnOrder(bundle, log, draws);
  if (!order) throw fault('nothing_drawn');
  const first = order.slice(0, placesOf(notice));
  for (const { index, candidates } of published) {
    const isDrawn =
      candidates.length === first.length &&
      candidates.every(({ rank, name }, at) => rank === at + 1 && name === first[at]);
    if (!isDrawn) throw fault('not_the_drawn_order', { index });
  }
}

/** What the log holds besides an award that it is judged by. */
interface Course {
  readonly published: readonly Publication[];
  readonly passed: readonly LoggedRecord[];
  /** The decisions of the tenderer's committee; null: candidates are ranked, nobody decides. */
  readonly decided: readonly LoggedRecord[] | null;
}

/** The candidates of a lot that stand before an entry of the log: as last published, without those passed over since. */
function standingAt(
  { published, passed }: Course,
  lot: number,
  index: number,
): readonly Candidate[] {
  const latest = published.filter((one) => one.index < index).at(-1);
  if (!latest) throw fault('award_without_candidates', { index });
  const out = passed
    .filter((one) => one.index > latest.index && one.index < index)
    .map((one) => bodyOf('result', PASSED, one))
    .filter((one) => one.lot === lot);
  return latest.candidates.filter(
    (one) => (one.lot ?? 1) === lot && !out.some((other) => other.name === one.name),
  );
}

/** A committee's decision is for one of those who stand; where it voted, every member did and nobody has as many votes. */
function checkDecision(decision: LoggedRecord, course: Course): string {
  const { index } = decision;
  const { lot, way, members, votes, chosen } = bodyOf('result', DECIDED, decision);
  const names = standingAt(course, lot, index).map(({ name }) => name);
  if (!names.includes(chosen)) throw fault('decided_for_another', { index });
  if (way === 'deliberation') {
    if (votes.length > 0) throw fault('votes_miscounted', { index });
    return chosen;
  }
  const own = votes.find(({ name }) => name === chosen)?.votes ?? 0;
  const isCounted =
    new Set(votes.map(({ name }) => name)).size === votes.length &&
    votes.every(({ name, votes: got }) => names.includes(name) && (name === chosen || got < own)) &&
    votes.reduce((sum, one) => sum + one.votes, 0) === members;
  if (!isCounted) throw fault('votes_miscounted', { index });
  return chosen;
}

/** The latest decision about a lot before its award, which must come after its candidates were last published. */
function decidedBefore(award: LoggedRecord, lot: number, course: Course): string {
  const since = course.published.filter((one) => one.index < award.index).at(-1)?.index ?? -1;
  const decision = (course.decided ?? [])
    .filter(({ index }) => index > since && index < award.index)
    .filter((one) => bodyOf('result', DECIDED, one).lot === lot)
    .at(-1);
  if (!decision) throw fault('award_undecided', { index: award.index });
  return checkDecision(decision, course);
}

/**
 * An award goes to the first candidate of its lot, as last published, that was not passed over; where candidates are not ranked,
 * to the one the tenderer's committee decided for.
 */
function checkAward(award: LoggedRecord, course: Course): void {
  const { index } = award;
  const { name, price, lot = 1 } = bodyOf('result', AWARD, award);
  const standing = standingAt(course, lot, index);
  const decided = course.decided === null ? null : decidedBefore(award, lot, course);
  const due = decided === null ? standing[0] : standing.find((one) => one.name === decided);
  if (due?.name !== name || due.price !== price) throw fault('award_to_another', { index });
}

/** Whoever is not ranked has no rank in the publication, and who is has one. */
function checkListed(published: readonly Publication[], isApart: boolean): void {
  for (const { index, candidates } of published) {
    const isListed = candidates.every(
      ({ rank, number }) => (rank === undefined) === isApart && (number === undefined) !== isApart,
    );
    if (!isListed) throw fault(isApart ? 'ranked_apart' : 'candidates_unranked', { index });
  }
}

/**
 * The result: a direct choice or a drawn order is what was published as candidates, and every award went to the first of
 * its lot that nobody had passed over, or, where candidates are not ranked, to whom the tenderer's committee decided for. That the ranks of a panel's report are right is the step before.
 */
export function verifyResult(
  bundle: Bundle,
  log: VerifiedLog,
  draws: readonly DrawReport[],
  findings: Findings,
): void {
  const choices = ofType(log, bundle.scope, 'direct.chosen');
  const [choice, again] = choices;
  if (again) throw fault('chosen_twice', { index: again.index });
  const published = ofType(log, bundle.scope, 'candidates.published').map((logged) => ({
    index: logged.index,
    candidates: bodyOf('result', PUBLISHED, logged).candidates,
  }));
  if (choice) checkChoice(choice, published);
  checkLottery(bundle, log, draws, published);
  const passed = ofType(log, bundle.scope, 'candidate.passed_over');
  const [notice] = ofType(log, bundle.scope, 'tender.published');
  const isApart = notice !== undefined && isNoticedApart(notice);
  checkListed(published, isApart);
  const decided = ofType(log, bundle.scope, 'award.decided');
  const [needless] = decided;
  if (!isApart && needless) throw fault('decided_though_ranked', { index: needless.index });
  const course = { published, passed, decided: isApart ? decided : null };
  const awards = ofType(log, bundle.scope, 'award.made');
  for (const award of awards) checkAward(award, course);
  findings.done('result', {
    chosen: choices.length,
    candidates: published.at(-1)?.candidates.length ?? 0,
    awards: awards.length,
  });
}
