import { DRAW_SPEC, type DrawReport } from '@core/draw';
import { IDENTIFIER, list, nullable, struct, text, whole, type ShapeOf } from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import { bodyOf, ofType } from './bid-steps';
import { BundleFault, type Bundle, type Findings } from './bundle';
import type { VerifiedLog } from './log-steps';
import { placesOf } from './places';

const LOT = { lot: whole(1, 999) };
const CANDIDATE = struct({ rank: whole(1), name: text(), price: nullable(text()) }, LOT);
const PUBLISHED = struct({ tender: IDENTIFIER, candidates: list(CANDIDATE, 1) });
const PASSED = struct({ lot: whole(1, 999), name: text() });
const AWARD = struct({ tender: IDENTIFIER, name: text(), price: nullable(text()) }, LOT);
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

/** An award goes to the first candidate of its lot, as last published, that was not passed over. */
function checkAward(
  award: LoggedRecord,
  published: readonly Publication[],
  passed: readonly LoggedRecord[],
): void {
  const { index } = award;
  const { name, price, lot = 1 } = bodyOf('result', AWARD, award);
  const latest = published.filter((one) => one.index < index).at(-1);
  if (!latest) throw fault('award_without_candidates', { index });
  const out = passed
    .filter((one) => one.index > latest.index && one.index < index)
    .map((one) => bodyOf('result', PASSED, one))
    .filter((one) => one.lot === lot);
  const [first] = latest.candidates.filter(
    (one) => (one.lot ?? 1) === lot && !out.some((other) => other.name === one.name),
  );
  if (first?.name !== name || first.price !== price) throw fault('award_to_another', { index });
}

/**
 * The result: a direct choice or a drawn order is what was published as candidates, and every award went to the first of
 * its lot that nobody had passed over. That the ranks of a panel's report are right is the step before.
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
  const awards = ofType(log, bundle.scope, 'award.made');
  for (const award of awards) checkAward(award, published, passed);
  findings.done('result', {
    chosen: choices.length,
    candidates: published.at(-1)?.candidates.length ?? 0,
    awards: awards.length,
  });
}
