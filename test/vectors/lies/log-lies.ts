import { toBase64 } from '@core/kernel';
import { LOG_SIGNATURE, noteSigner } from '@core/ledger';
import { LOG, lines, rewrite, say, testSeed } from '../lying-operator';
import bundle from '../tp1/bundle.json';
import { honest, told, type Told } from './lie';
import { everySize, insert, is, record, repeated, without } from './moves';

const closedIs = is('bids.closed');
const panel = { drawId: 'T2026-0001/panel/1' };
const EDIT = '2.1 DBA edits or deletes rows';
const REWRITE = '2.1 operator rewrites history with the log key';
const SEVERAL = '2.1 operator logs several draws';
const COUNT = '2.1 operator leaks the number of bids';
const HIDE = '2.1 operator hides a record';

/** The entries of a log written anew, under the checkpoints that were cosigned before. */
function behindTheCheckpoints(): unknown {
  const edited = rewrite(
    say(is('opening.opened', { bid: 'B1' }), (body) => ({ ...body, by: 'holders' })),
  );
  return { ...edited, checkpoints: bundle.checkpoints };
}

/** Lies about the log (tp1 §2.1). */
export const LOG_LIES: readonly Told[] = [
  {
    threat: EDIT,
    cheat: 'a row edited, and every hash after it computed again',
    reason: 'entries: root',
    bundle: behindTheCheckpoints,
  },
  {
    threat: EDIT,
    cheat: 'a row deleted',
    reason: 'checkpoints: size',
    bundle: (): unknown => ({
      ...rewrite(without(is('opening.opened', { bid: 'B3' }))),
      checkpoints: bundle.checkpoints,
    }),
  },
  {
    threat: EDIT,
    cheat: 'a leaf replaced',
    reason: 'entries: root',
    bundle: (): unknown => ({
      ...bundle,
      entries: bundle.entries.map((entry, at) => (at === 1 ? toBase64(testSeed('x')) : entry)),
    }),
  },
  {
    threat: EDIT,
    cheat: 'a disclosed record edited, its entry left alone',
    reason: 'records: not_the_entry',
    bundle: (): unknown => {
      const records = structuredClone(bundle.records);
      records[0]!.record.body.title = 'Another bridge';
      return { ...bundle, records };
    },
  },
  told(EDIT, 'history signed by a key of his own', 'checkpoints: ledger.log_signature', honest, {
    log: noteSigner(LOG.key.name, LOG_SIGNATURE, testSeed('not the log')),
  }),
  told(REWRITE, 'no witness signs', 'checkpoints: no_quorum', honest, { witnesses: 0 }),
  told(REWRITE, 'one witness signs', 'checkpoints: no_quorum', honest, { witnesses: 1 }),
  {
    threat: REWRITE,
    cheat: 'one witness named twice',
    reason: 'format: policy',
    bundle: (): unknown => {
      const [first] = bundle.policy.witnesses;
      return { ...bundle, policy: { ...bundle.policy, witnesses: [first, first, first] } };
    },
  },
  {
    threat: REWRITE,
    cheat: 'a quorum of one',
    reason: 'format: quorum_too_small',
    bundle: (): unknown => ({ ...bundle, policy: { ...bundle.policy, quorum: 1 } }),
  },
  told(
    SEVERAL,
    'a second lock',
    'draws: draw.not_one',
    () => repeated(is('draw.lock', panel)),
    everySize,
  ),
  told(
    SEVERAL,
    'a second specification',
    'draws: draw.not_one',
    () => repeated(is('draw.spec', panel)),
    everySize,
  ),
  told(
    SEVERAL,
    'a second beacon',
    'draws: draw.not_one',
    () => repeated(is('draw.final', panel)),
    everySize,
  ),
  told(
    SEVERAL,
    'a second result',
    'draws: draw.not_one',
    () => repeated(is('draw.result', panel)),
    everySize,
  ),
  told(
    SEVERAL,
    'a second table of the pool',
    'draws: draw.not_one',
    () => repeated(is('draw.table')),
    everySize,
  ),
  told(
    SEVERAL,
    'a rehearsal hidden under another scope',
    'records: in_another_scope',
    () =>
      insert(
        closedIs,
        record('draw.lock', { ...panel, round: 999 }, '2023-08-23T15:00:00Z', 'platform'),
      ),
    everySize,
  ),
  told(SEVERAL, 'a lock written as a sealed entry', 'records: salt', () =>
    lines().map((line) =>
      line.record && is('draw.lock', panel)(line.record)
        ? { ...line, salt: '22'.repeat(32) }
        : line,
    ),
  ),
  told(COUNT, 'submissions written in clear', 'entries: entry', () =>
    lines().map((line) =>
      line.record && is('bid.submitted')(line.record) ? { ...line, salt: null } : line,
    ),
  ),
  told(COUNT, 'submissions numbered in the scope of the tender', 'bids: scope', () =>
    lines().map((line) =>
      line.record && is('bid.submitted', { bid: 'B1' })(line.record)
        ? { ...line, record: { ...line.record, scope: 'T2026-0001' } }
        : line,
    ),
  ),
  {
    threat: HIDE,
    cheat: 'a record of a closed tender withheld',
    reason: 'chains: hole',
    bundle: (): unknown => {
      const all = rewrite(lines());
      const records = (all.records as { index: number }[]).filter(({ index }) => index !== 23);
      return { ...all, records };
    },
  },
  told(HIDE, 'a number left out', 'chains: hole', honest, {
    forge: (one) => {
      const n = one.n > 20 ? one.n + 1 : one.n;
      return { ...one, n, body: one.type === 'tender.closed' ? { ...one.body, n } : one.body };
    },
  }),
  told(HIDE, 'a record of a bid withheld', 'chains: hole', honest, {
    forge: (one) =>
      one.scope === 'T2026-0001/bid/B1' ? { ...one, n: 1, prev: '1'.repeat(64) } : one,
  }),
  told(HIDE, 'a number given twice', 'chains: number_twice', honest, {
    forge: (one) => (one.n === 21 ? { ...one, n: 20 } : one),
  }),
  told(HIDE, 'a chain that passes a record by', 'chains: broken', honest, {
    forge: (one) => (one.n === 21 ? { ...one, prev: '1'.repeat(64) } : one),
  }),
  told(HIDE, 'a closing of the tender that counts fewer', 'chains: tender_closed', honest, {
    forge: (one) => (one.type === 'tender.closed' ? { ...one, body: { ...one.body, n: 3 } } : one),
  }),
  {
    threat: HIDE,
    cheat: 'the whole tender, behind the name of another',
    reason: 'chains: nothing_of_it',
    bundle: (): unknown => ({ ...bundle, scope: 'T2026-0002' }),
  },
  told(HIDE, 'something after the tender was closed', 'chains: after_tender_closed', () => [
    ...lines(),
    record('draw.void', { drawId: 'x', reason: 'x', offender: null }),
  ]),
];
