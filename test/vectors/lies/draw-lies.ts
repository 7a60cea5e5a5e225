import { beaconRandomness } from '@core/draw';
import { signPayload } from '@core/kernel';
import { lines, say, testSeed, type Lie, type Line } from '../lying-operator';
import { honest, told, type Told } from './lie';
import { everySize, insert, is, moved, record, repeated, without } from './moves';

type Loose = Record<string, unknown>;

const panel = { drawId: 'T2026-0001/panel/1' };
const coefficient = { drawId: 'T2026-0001/coefficient/1' };
const SEED = '3.1 operator chooses or predicts the seed';
const MANY = '3.1 operator tries many draws';
const POOL = '3.1 operator reorders or swaps the pool';
const LAST = '3.1 last revealer refuses';
const SKIP = '3.1 operator passes an honest expert over';
const NAMES = '3.1 names are learnt early';

/** Gates as they were, one record earlier. */
const slowly: Lie = {
  sizes: [5, 7, 8, 13, 15, 18, 31],
  times: (size) => [0, 1, 2].map((at) => (size <= 8 ? 1_692_806_300 : 1_692_806_700) + at),
};

const inputs = (body: Loose, change: (input: Loose, at: number) => Loose): Loose => ({
  ...body,
  inputs: (body.inputs as Loose[]).map(change),
});
const source = (body: Loose, change: Loose): Loose => ({
  ...body,
  source: { ...(body.source as Loose), ...change },
});
const rows = (body: Loose, change: (rows: Loose[]) => Loose[]): Loose => ({
  ...body,
  rows: change(body.rows as Loose[]),
});
const spec = (which: Loose, change: (body: Loose) => Loose) => () =>
  say(is('draw.spec', which), change);

/** A second attempt of the panel, after a void that carries these signatures. */
function secondAttempt(sigs: readonly object[]): Line[] {
  const [again] = say(is('draw.spec', panel), (body) => ({
    ...body,
    attempt: 2,
    drawId: 'T2026-0001/panel/2',
    prevVoid: '1'.repeat(64),
  })).slice(6, 7);
  const body = { ...panel, reason: 'another try', offender: null, sigs };
  const all = lines();
  return [
    ...all.slice(0, 9),
    record('draw.void', body, '2023-08-23T15:59:30Z'),
    again!,
    ...all.slice(9),
  ];
}

const voidSigned = (who: string): object =>
  signPayload(testSeed(`actor/${who}`), 'tp1/draw/void', { ...panel, reason: 'another try' });

/** Lies about draws (tp1 §3.1, §3.8). */
export const DRAW_LIES: readonly Told[] = [
  told(SEED, 'locked after the beacon round', 'draws: draw.too_late', honest, {
    times: () => [1_692_806_365, 1_692_806_366, 1_692_806_367],
  }),
  told(SEED, 'an input swapped in the lock', 'draws: draw.input_signature', () =>
    say(is('draw.lock', panel), (body) =>
      inputs(body, (input, at) => (at === 1 ? { ...input, nonce: '0'.repeat(64) } : input)),
    ),
  ),
  told(SEED, 'an input signed by another contributor', 'draws: draw.input_signature', () =>
    say(is('draw.lock', panel), (body) =>
      inputs(body, (input, _) => ({ ...input, sig: (body.inputs as Loose[])[0]!.sig })),
    ),
  ),
  told(SEED, 'a contributor left out of the lock', 'draws: draw.lock_invalid', () =>
    say(is('draw.lock', panel), (body) => ({
      ...body,
      inputs: (body.inputs as Loose[]).slice(0, 2),
    })),
  ),
  told(
    SEED,
    'rules changed after the inputs were given',
    'draws: draw.lock_invalid',
    spec(panel, (body) => ({ ...body, disclose: 'never' })),
  ),
  told(SEED, 'the round of another time', 'draws: draw.beacon', () =>
    say(is('draw.final', panel), (body) => ({
      ...body,
      final: { ...(body.final as Loose), round: 999 },
    })),
  ),
  told(SEED, 'randomness that is not the beacon’s', 'draws: draw.beacon', () =>
    say(is('draw.final', panel), (body) => ({
      ...body,
      final: { ...(body.final as Loose), randomness: '0'.repeat(64) },
    })),
  ),
  told(SEED, 'a beacon nobody signed', 'draws: draw.beacon', () =>
    say(is('draw.final', panel), (body) => ({
      ...body,
      signature: '8'.repeat(96),
      final: {
        ...(body.final as Loose),
        randomness: beaconRandomness('8'.repeat(96)),
      },
    })),
  ),
  told(
    SEED,
    'a network with a key of its own',
    'draws: draw.spec_invalid',
    spec(panel, (body) => source(body, { publicKey: '9'.repeat(192) })),
  ),
  told(
    SEED,
    'a gap so short that the round may be known',
    'draws: draw.spec_invalid',
    spec(panel, (body) => source(body, { gap: 3 })),
  ),
  told(
    SEED,
    'nobody independent contributes',
    'draws: draw.spec_invalid',
    spec(coefficient, (body) => ({
      ...body,
      contributors: (body.contributors as Loose[]).slice(0, 1),
    })),
  ),
  told(SEED, 'another seed', 'draws: draw.seed_mismatch', () =>
    say(is('draw.result', coefficient), (body) => ({ ...body, seed: '0'.repeat(64) })),
  ),
  told(SEED, 'a crony put into the result', 'draws: draw.result_mismatch', () =>
    say(is('draw.result', panel), (body) => ({
      ...body,
      panel: [{ row: 3, stratum: 'civil', via: 'civil' }, ...(body.panel as Loose[]).slice(1)],
    })),
  ),
  told(SEED, 'another coefficient', 'draws: draw.result_mismatch', () =>
    say(is('draw.result', coefficient), (body) => ({
      ...body,
      panel: [{ ...(body.panel as Loose[])[0], row: 0 }],
    })),
  ),
  told(
    SEED,
    'a panel of even number',
    'draws: draw.spec_invalid',
    spec(panel, (body) => ({
      ...body,
      rules: { ...(body.rules as Loose), panel: { total: 6, tenderer: 1 } },
    })),
  ),
  told(
    SEED,
    'a panel the tenderer fills',
    'draws: draw.spec_invalid',
    spec(panel, (body) => ({
      ...body,
      rules: { ...(body.rules as Loose), panel: { total: 9, tenderer: 4 } },
    })),
  ),
  told(SEED, 'institutions reveal before the bids are open', 'draws: draw.bids_not_open', () =>
    moved(is('draw.reveal'), is('opening.opened', { bid: 'B1' })),
  ),
  told(SEED, 'the coefficient locked before the closing', 'draws: draw.bids_mismatch', () =>
    moved(is('draw.lock', coefficient), is('bids.closed')),
  ),
  told(SEED, 'a bid kept out of the coefficient', 'draws: draw.bids_mismatch', () =>
    say(is('draw.lock', coefficient), (body) => ({
      ...body,
      bids: (body.bids as Loose[]).slice(1),
    })),
  ),
  told(
    SEED,
    'a result before its beacon',
    'draws: draw.order',
    () => moved(is('draw.result', panel), is('draw.final', panel)),
    everySize,
  ),
  told(
    MANY,
    'a second attempt without a void',
    'draws: draw.attempt_chain',
    () => [...lines().slice(0, 9), secondAttempt([])[10]!, ...lines().slice(9)],
    everySize,
  ),
  told(
    MANY,
    'a void after the lock that nobody signed',
    'draws: draw.void_unsigned',
    () => secondAttempt([]),
    everySize,
  ),
  told(
    MANY,
    'a void that one independent contributor did not sign',
    'draws: draw.void_unsigned',
    () => secondAttempt([voidSigned('supervisor'), voidSigned('platform')]),
    everySize,
  ),
  told(
    MANY,
    'a lock that leads to nothing in a closed tender',
    'draws: draw.abandoned',
    () =>
      without(
        (one) =>
          is('draw.result', panel)(one) || is('draw.event')(one) || is('draw.final', panel)(one),
      ),
    {
      sizes: [5, 8, 10, 13, 26],
      times: (size) => [0, 1, 2].map((at) => (size <= 8 ? 1_692_806_300 : 1_692_806_700) + at),
    },
  ),
  told(POOL, 'a row changed', 'draws: draw.table_mismatch', () =>
    say(is('draw.table'), (body) =>
      rows(body, (all) => all.map((row, at) => (at === 0 ? { ...row, strata: ['law'] } : row))),
    ),
  ),
  told(POOL, 'rows reordered', 'draws: draw.table_mismatch', () =>
    say(is('draw.table'), (body) =>
      rows(body, ([one, two, ...rest]) => [{ ...two!, i: 0 }, { ...one!, i: 1 }, ...rest]),
    ),
  ),
  told(POOL, 'a row taken out', 'draws: draw.table_mismatch', () =>
    say(is('draw.table'), (body) => rows(body, (all) => all.slice(0, -1))),
  ),
  told(POOL, 'a friend put in', 'draws: draw.table_mismatch', () =>
    say(is('draw.table'), (body) =>
      rows(body, (all) => [...all, { ...all.at(-1)!, i: all.length, idc: 'f'.repeat(64) }]),
    ),
  ),
  told(
    POOL,
    'another commitment to the pool, after the draw',
    'draws: draw.lock_invalid',
    spec(panel, (body) => ({ ...body, pool: { ...(body.pool as Loose), root: '0'.repeat(64) } })),
  ),
  told(
    POOL,
    'values swapped after the lock',
    'draws: draw.lock_invalid',
    spec(coefficient, (body) => {
      const pool = body.pool as { values: string[] };
      return { ...body, pool: { ...pool, values: [...pool.values].reverse() } };
    }),
  ),
  told(LAST, 'a nonce that was never committed', 'draws: draw.nonce_false', () =>
    say(is('draw.reveal', { id: 'supervisor' }), (body) => ({ ...body, nonce: '0'.repeat(64) })),
  ),
  told(LAST, 'two nonces of one contributor', 'draws: draw.nonce_false', () =>
    repeated(is('draw.reveal', { id: 'supervisor' })),
  ),
  told(LAST, 'a result without the refuser’s nonce', 'draws: draw.nonce_missing', () =>
    without(is('draw.reveal', { id: 'tenderer' })),
  ),
  told(
    LAST,
    'a reveal with a deposit missing',
    'draws: draw.deposit_missing',
    () => without(is('draw.deposit', { id: 'tenderer' })),
    everySize,
  ),
  told(
    LAST,
    'a reveal before the deposits',
    'draws: draw.order',
    () => moved(is('draw.deposit', { id: 'tenderer' }), is('draw.result', coefficient)),
    everySize,
  ),
  told(LAST, 'a deposit before the lock was cosigned', 'draws: draw.order', honest, {
    sizes: [5, 8, 14, 15, 18, 19, 32],
  }),
  told(LAST, 'forced open with shares nobody dealt', 'draws: draw.nonce_false', () =>
    lines().map((line) =>
      line.record && is('draw.reveal', { id: 'supervisor' })(line.record)
        ? {
            ...line,
            record: {
              ...line.record,
              type: 'draw.forced',
              body: {
                ...coefficient,
                id: 'supervisor',
                shares: [1, 2].map((x) => ({ x, share: `${'0'.repeat(64)}0${x}` })),
              },
            },
          }
        : line,
    ),
  ),
  told(SKIP, 'the wrong replacement', 'draws: draw.event_mismatch', () =>
    say(is('draw.event', { seq: 0 }), (body) => ({ ...body, by: 46 })),
  ),
  told(
    SKIP,
    'an event that is not numbered',
    'draws: draw.event_mismatch',
    () => without(is('draw.event', { seq: 1 })),
    everySize,
  ),
  told(SKIP, 'somebody replaced who had no seat', 'draws: draw.event_mismatch', () =>
    say(is('draw.event', { seq: 0 }), (body) => ({ ...body, row: 1 })),
  ),
  told(
    SKIP,
    'events before the result',
    'draws: draw.event_mismatch',
    () => moved(is('draw.event', { seq: 0 }), is('draw.result', panel)),
    everySize,
  ),
  told(
    SKIP,
    'events withheld',
    'draws: draw.name_mismatch',
    () => without(is('draw.event')),
    everySize,
  ),
  told(SKIP, 'a name that is not the row’s', 'draws: draw.name_mismatch', () =>
    say(is('draw.table'), (body) => ({
      ...body,
      people: (body.people as Loose[]).map((person, at) =>
        at === 0 ? { ...person, who: { name: 'somebody else' } } : person,
      ),
    })),
  ),
  told(NAMES, 'the table of names written in clear', 'entries: entry', () =>
    lines().map((line) =>
      line.record && is('draw.table')(line.record) ? { ...line, salt: null } : line,
    ),
  ),
  told(
    SEED,
    'a draw without its specification',
    'draws: draw.spec_missing',
    () => without(is('draw.spec', panel)),
    everySize,
  ),
  told(SEED, 'a beacon under escrow', 'draws: draw.lock_invalid', () =>
    insert(is('draw.result', coefficient), {
      ...record('draw.final', {
        ...coefficient,
        final: { kind: 'drand', round: 1, randomness: '0'.repeat(64) },
        signature: '0'.repeat(96),
      }),
    }),
  ),
  told(
    SEED,
    'inputs given before the rules were said',
    'draws: draw.order',
    () => moved(is('draw.lock', panel), is('draw.spec', panel)),
    everySize,
  ),
  told(
    SEED,
    'a beacon before the lock',
    'draws: draw.order',
    () => moved(is('draw.final', panel), is('draw.lock', panel)),
    everySize,
  ),
  told(
    SEED,
    'a result without its beacon',
    'draws: draw.order',
    () => without(is('draw.final', panel)),
    slowly,
  ),
  told(
    SEED,
    'replacements without a result',
    'draws: draw.order',
    () => without(is('draw.result', panel)),
    slowly,
  ),
  told(
    SEED,
    'a beacon without a lock',
    'draws: draw.order',
    () => without(is('draw.lock', panel)),
    slowly,
  ),
  told(SEED, 'a nonce shown where it must be committed to', 'draws: draw.input_signature', () =>
    say(is('draw.lock', coefficient), (body) =>
      inputs(body, (input) => ({ ...input, nonce: '0'.repeat(64) })),
    ),
  ),
  told(
    SEED,
    'one key under two names',
    'draws: draw.spec_invalid',
    spec(coefficient, (body) => {
      const [one, two, ...more] = body.contributors as Loose[];
      return { ...body, contributors: [one, { ...two, kid: one!.kid, pub: one!.pub }, ...more] };
    }),
  ),
  told(
    SEED,
    'a value drawn from a stratum that is not there',
    'draws: draw.spec_invalid',
    spec(coefficient, (body) => ({
      ...body,
      rules: { pick: [{ stratum: 'other', seats: 1, fallback: [] }], caps: [] },
    })),
  ),
  told(
    MANY,
    'a void before the specification',
    'draws: draw.attempt_chain',
    () =>
      insert(
        is('draw.spec', panel),
        record('draw.void', { ...panel, reason: 'x', offender: null }, '2023-08-23T15:00:01Z'),
      ),
    everySize,
  ),
  told(POOL, 'a salt of the pool changed', 'draws: draw.table_mismatch', () =>
    say(is('draw.table'), (body) =>
      rows(body, ([one, ...rest]) => [{ ...one!, salt: '0'.repeat(64) }, ...rest]),
    ),
  ),
  told(POOL, 'a stratum twice in a row', 'draws: draw.table_mismatch', () =>
    say(is('draw.table'), (body) =>
      rows(body, ([one, ...rest]) => {
        const strata = one!.strata as string[];
        return [{ ...one!, strata: [...strata, ...strata] }, ...rest];
      }),
    ),
  ),
  told(POOL, 'a row without the tags that are capped', 'draws: draw.table_mismatch', () =>
    say(is('draw.table'), (body) =>
      rows(body, ([one, ...rest]) => [{ ...one!, tags: {} }, ...rest]),
    ),
  ),
];
