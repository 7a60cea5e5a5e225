import fc from 'fast-check';
import { recipientOf, recoverSecret } from '@core/escrow';
import { canonicalObject, digest, fromHex, namedKey, signPayload, toHex, utf8 } from '@core/kernel';
import { entryOf, isClearType, leafHash, NO_PREVIOUS, type LoggedRecord } from '@core/ledger';
import coefficient from '../../../../test/vectors/tp1/draw-coefficient.json';
import escrow from '../../../../test/vectors/tp1/draw-escrow.json';
import panel from '../../../../test/vectors/tp1/draw-panel-drand.json';
import {
  makeDeposit,
  makeInput,
  makeReveal,
  nonceCommitment,
  openDepositShare,
} from './contributor';
import { beaconRandomness, drandFinal, isBeacon, QUICKNET, roundFor, roundTime } from './drand';
import type { DrawEvidence, Gate, OpenedEnvelope } from './draw-log';
import { makeLock, missingInputs } from './lock';
import { poolRoot, poolRows, rowsPool, strataSizes, valueRows } from './pool';
import { checkSpec } from './rules';
import { drawSeed, Selector, sequences } from './selection';
import { lockHash, specHash, type DrandSource, type DrawLock, type DrawSpec } from './spec';
import { verifyDraw, type DrawReport } from './verify';

const TENDER = 'T2026-0001';
const testSeed = (label: string): Uint8Array => digest(utf8(`tp1-test/${label}`));

/** A log with one record per checkpoint, every ten seconds from `start`. */
function evidence(
  bodies: readonly (readonly [string, object])[],
  extra: Partial<DrawEvidence> & { start?: number; checkpoint?: number } = {},
): DrawEvidence {
  const start = extra.start ?? 1_692_806_000;
  const records: LoggedRecord[] = bodies.map(([type, body], index) => {
    const record = {
      v: 1,
      type,
      scope: TENDER,
      n: index,
      prev: index === 0 ? NO_PREVIOUS : 'a'.repeat(64),
      at: '2026-03-02T00:00:00Z',
      actor: '0'.repeat(16),
      body: canonicalObject(body),
    } as const;
    const salt = isClearType(type) ? null : new Uint8Array(32);
    return { index, record, leaf: toHex(leafHash(entryOf(record, salt))) };
  });
  const every = extra.checkpoint ?? 1;
  const gate = (index: number): Gate => {
    const number = Math.floor(index / every) + 1;
    return { size: number * every, time: start + number * 10 };
  };
  return {
    scope: TENDER,
    records,
    gate,
    keys: [],
    closed: null,
    opened: () => [],
    complete: true,
    ...extra,
  };
}

async function outcome(id: string, given: DrawEvidence): Promise<string | DrawReport> {
  const result = await verifyDraw(id, given);
  return result.ok ? result.value : result.refusal.code;
}

describe('panel drawn with drand (tp1 §3.3 A, §3.6)', () => {
  const spec = panel.spec as unknown as DrawSpec;
  const lock = panel.lock as unknown as DrawLock;
  const seedOf = (): string =>
    drawSeed({
      drawId: spec.drawId,
      specHash: panel.specHash,
      lockHash: panel.lockHash,
      contributions: panel.lock.inputs.map(({ id, nonce }) => ({ id, nonce })),
      final: panel.final as never,
    });
  const result = { v: 1, drawId: spec.drawId, seed: panel.seed, panel: panel.initial };
  const happened = panel.events.map((event, seq) => ({
    ...event,
    seq,
    drawId: spec.drawId,
    by: panel.log.filter((entry) => 'by' in entry)[seq]?.by ?? -1,
    evidence: 'e'.repeat(64),
  }));
  const people = panel.people.map(({ idSalt, who }, row) => ({ row, idSalt, who }));
  const final = drandFinal(spec.drawId, 1000, panel.drandSignature);
  const story = (): [string, object][] => [
    ['draw.spec', spec],
    ['draw.lock', lock],
    ['draw.final', final],
    ['draw.result', result],
    ...happened.map((event): [string, object] => ['draw.event', event]),
    ['draw.table', { drawId: spec.drawId, rows: panel.rows, people }],
  ];
  const start = roundTime(spec.source as DrandSource, 1000) - 100;

  it('reproduces pool, hashes, seed, sequences, seats and replacements', () => {
    const candidates = panel.people.map((person, row) => ({
      ...person,
      salt: panel.rows[row]!.salt,
      strata: panel.rows[row]!.strata,
      tags: panel.rows[row]!.tags,
    }));
    expect(poolRows([...candidates].reverse())).toEqual(panel.rows);
    expect(rowsPool(panel.rows as never)).toEqual(panel.spec.pool);
    expect(specHash(spec)).toBe(panel.specHash);
    expect(lockHash(lock)).toBe(panel.lockHash);
    expect(seedOf()).toBe(panel.seed);
    const order = sequences(panel.seed, spec.rules, panel.rows);
    expect(order).toEqual(panel.sequences);
    const selector = new Selector(spec.rules, panel.rows, order);
    let selection = selector.initial();
    expect(selection.panel).toEqual(panel.initial);
    for (const event of happened) {
      const next = selector.replace(selection, event.row)!;
      expect(next.by).toBe(event.by);
      selection = next.selection;
    }
    expect(selection.panel).toEqual(panel.panel);
  });

  it('verifies drand rounds offline, and no others', () => {
    const source = spec.source as DrandSource;
    expect(isBeacon(source, 1000, panel.drandSignature)).toBe(true);
    expect(isBeacon(source, 1001, panel.drandSignature)).toBe(false);
    expect(isBeacon(source, 1000, 'ff'.repeat(48))).toBe(false);
    expect(beaconRandomness(panel.drandSignature)).toBe(panel.final.randomness);
    const round = roundFor(source, 1_700_000_000);
    expect(roundTime(source, round)).toBeGreaterThanOrEqual(1_700_000_060);
    expect(roundTime(source, round - 1)).toBeLessThan(1_700_000_060);
  });

  it('accepts the honest log', async () => {
    expect(await outcome(spec.drawId, evidence(story(), { start }))).toMatchObject({
      status: 'verified',
      seed: panel.seed,
      panel: panel.panel,
      events: 4,
      beaconChecked: true,
      warnings: [],
    });
  });

  it('says how far it could check before everything is known', async () => {
    const status = async (count: number): Promise<unknown> => {
      const given = evidence(story().slice(0, count), { start, complete: false });
      return outcome(spec.drawId, given);
    };
    expect(await status(1)).toMatchObject({ status: 'pending', seed: null });
    expect(await status(2)).toMatchObject({ status: 'pending', seed: null });
    expect(await status(3)).toMatchObject({ status: 'pending', seed: panel.seed });
    expect(await status(4)).toMatchObject({ status: 'undisclosed', seed: panel.seed });
  });

  const change = (at: number, with_: object | ((body: never) => object)): [string, object][] =>
    story().map(([type, body], index): [string, object] =>
      index === at
        ? [type, typeof with_ === 'function' ? (with_ as (b: object) => object)(body) : with_]
        : [type, body],
    );
  const crony = { ...result, panel: [{ ...panel.initial[0]!, row: 3 }, ...panel.initial.slice(1)] };
  const table = (rows: unknown, names: unknown): object => ({
    drawId: spec.drawId,
    rows,
    people: names,
  });
  const liarSource = { ...spec.source, publicKey: 'ab'.repeat(96) };

  it.each([
    ['a crony in the result', change(3, crony), 'draw.result_mismatch'],
    ['another seed', change(3, { ...result, seed: '0'.repeat(64) }), 'draw.seed_mismatch'],
    ['a wrong replacement', change(4, { ...happened[0]!, by: 46 }), 'draw.event_mismatch'],
    ['events out of number', change(4, { ...happened[0]!, seq: 1 }), 'draw.event_mismatch'],
    [
      'somebody leaves who never sat',
      change(4, { ...happened[0]!, row: 0 }),
      'draw.event_mismatch',
    ],
    ['a second lock', [...story(), ['draw.lock', { ...lock }]], 'draw.not_one'],
    ['a second result', [...story(), ['draw.result', result]], 'draw.not_one'],
    [
      'another round',
      change(2, drandFinal(spec.drawId, 1001, panel.drandSignature)),
      'draw.beacon',
    ],
    ['a false beacon', change(2, drandFinal(spec.drawId, 1000, '8'.repeat(96))), 'draw.beacon'],
    [
      'false randomness',
      change(2, { ...final, final: { ...final.final, randomness: '0'.repeat(64) } }),
      'draw.beacon',
    ],
    ['an input less', change(1, { ...lock, inputs: lock.inputs.slice(1) }), 'draw.lock_invalid'],
    [
      'an unsigned input',
      change(1, {
        ...lock,
        inputs: [{ ...lock.inputs[0]!, nonce: '0'.repeat(64) }, ...lock.inputs.slice(1)],
      }),
      'draw.input_signature',
    ],
    [
      'a lock of another spec',
      change(1, { ...lock, specHash: '0'.repeat(64) }),
      'draw.lock_invalid',
    ],
    ['bids without withBids', change(1, { ...lock, bids: [] }), 'draw.bids_mismatch'],
    ['a private drand', change(0, { ...spec, source: liarSource }), 'draw.spec_invalid'],
    [
      'a pool row swapped',
      change(8, table([panel.rows[1], panel.rows[0], ...panel.rows.slice(2)], people)),
      'draw.table_mismatch',
    ],
    [
      'a row changed',
      change(
        8,
        table(
          panel.rows.map((row, i) => (i === 5 ? { ...row, strata: ['law'] } : row)),
          people,
        ),
      ),
      'draw.table_mismatch',
    ],
    ['a row less', change(8, table(panel.rows.slice(1), people)), 'draw.table_mismatch'],
    [
      'a false name',
      change(
        8,
        table(
          panel.rows,
          people.map((one) => (one.row === 38 ? { ...one, who: { name: 'X' } } : one)),
        ),
      ),
      'draw.name_mismatch',
    ],
    ['a member without a name', change(8, table(panel.rows, [])), 'draw.name_mismatch'],
    ['no result after the lock', story().slice(0, 3), 'draw.abandoned'],
    [
      'result before the randomness',
      [...story().slice(0, 2), story()[3]!, story()[2]!],
      'draw.order',
    ],
    ['a result without a lock', [story()[0]!, story()[3]!], 'draw.order'],
    ['malformed', change(3, { drawId: spec.drawId }), 'draw.malformed'],
    ['a second attempt without a void', change(0, { ...spec, attempt: 2 }), 'draw.spec_invalid'],
  ] as [string, [string, object][], string][])('refuses %s', async (_, given, code) => {
    expect(await outcome(spec.drawId, evidence(given, { start }))).toBe(code);
  });

  it('refuses a lock cosigned too late, and one never cosigned', async () => {
    expect(await outcome(spec.drawId, evidence(story(), { start: start + 60 }))).toBe(
      'draw.too_late',
    );
    const never = evidence(story(), { start, gate: () => null });
    expect(await outcome(spec.drawId, never)).toBe('draw.not_cosigned');
    expect(await outcome('other', evidence(story(), { start }))).toBe('draw.spec_missing');
  });

  it('names those who were called but stay unnamed', async () => {
    const seated = new Set(panel.panel.map((seat) => seat.row));
    const named = people.filter((person) => seated.has(person.row));
    const given = evidence(change(8, table(panel.rows, named)), { start });
    expect(await outcome(spec.drawId, given)).toMatchObject({
      warnings: ['draw.called_but_not_named:4'],
    });
  });

  it('accepts a new attempt only after a void that the independent contributors signed', async () => {
    const voided = { drawId: spec.drawId, reason: 'no-quorum', offender: null };
    const given = (body: object): DrawEvidence =>
      evidence([...story().slice(0, 2), ['draw.void', body]], { start, gate: () => null });
    expect(await outcome(spec.drawId, given(voided))).toBe('draw.void_unsigned');
    const early = evidence([story()[0]!, ['draw.void', voided]], { start });
    expect(await outcome(spec.drawId, early)).toMatchObject({ status: 'void' });
    const again = { ...spec, drawId: `${TENDER}/panel/2`, attempt: 2 };
    const second = (prevVoid: string): DrawEvidence =>
      evidence([story()[0]!, ['draw.void', voided], ['draw.spec', { ...again, prevVoid }]], {
        complete: false,
      });
    const leaf = early.records[1]!.leaf;
    expect(await outcome(again.drawId, second(leaf))).toMatchObject({ status: 'pending' });
    expect(await outcome(again.drawId, second('1'.repeat(64)))).toBe('draw.attempt_chain');
  });

  it('finds every departure from the rules of a panel', () => {
    const broken: Partial<DrawSpec>[] = [
      { rules: { ...spec.rules, panel: { total: 6, tenderer: 1 } } },
      { rules: { ...spec.rules, panel: { total: 7, tenderer: 3 } } },
      { rules: { pick: [spec.rules.pick[0]!], caps: [], panel: { total: 5, tenderer: 2 } } },
      { rules: { pick: spec.rules.pick, caps: [] } },
      { rules: { ...spec.rules, pick: [...spec.rules.pick, spec.rules.pick[0]!] } },
      { rules: { ...spec.rules, pick: [{ ...spec.rules.pick[0]!, fallback: ['x'] }] } },
      { rules: { ...spec.rules, caps: [...spec.rules.caps, ...spec.rules.caps] } },
      { purpose: 'other', drawId: `${TENDER}/other/1` },
      { contributors: spec.contributors.slice(0, 1) },
      { contributors: [spec.contributors[1]!, spec.contributors[1]!] },
      { contributors: [{ ...spec.contributors[1]!, kid: '0'.repeat(16) }] },
      { source: { ...(spec.source as DrandSource), gap: 0 } },
      { source: { kind: 'physical', symbolCount: 10, symbolMax: 6, minSigners: 3 } },
      { source: { kind: 'escrow', t: 3, holders: [] as never } },
      { pool: { kind: 'values', values: ['a', 'a'] } },
      { pool: { kind: 'values', values: ['a', 'b'] } },
      {
        pool: {
          ...(spec.pool as never as object),
          strataSizes: [
            { id: 'civil', size: 1 },
            { id: 'civil', size: 2 },
          ],
        } as never,
      },
      { prevVoid: '0'.repeat(64) },
      { drawId: 'elsewhere/panel/1' },
    ];
    for (const part of broken) expect(checkSpec({ ...spec, ...part }, TENDER).ok).toBe(false);
    const lottery = { ...spec, purpose: 'lottery', drawId: `${TENDER}/lottery/1` } as const;
    expect(checkSpec({ ...lottery, rules: { pick: spec.rules.pick, caps: [] } }, TENDER).ok).toBe(
      false,
    );
    expect(checkSpec(spec, TENDER)).toEqual({ ok: true, value: true });
    expect(QUICKNET.publicKey).toBe((spec.source as DrandSource).publicKey);
  });
});

describe('escrow (tp1 §3.3 B)', () => {
  const spec = escrow.spec as unknown as DrawSpec;
  const result = { v: 1, drawId: spec.drawId, seed: escrow.seed, panel: escrow.panel };
  const one =
    (type: string) =>
    (body: object): [string, object] => [type, { drawId: spec.drawId, ...body }];
  const story = (): [string, object][] => [
    ['draw.spec', spec],
    ['draw.lock', escrow.lock],
    ...escrow.deposits.map(one('draw.deposit')),
    ...escrow.reveals.map(one('draw.reveal')),
    ...escrow.forced.map(one('draw.forced')),
    ['draw.result', result],
  ];

  it('reproduces the vector, the refuser forced open', async () => {
    expect(specHash(spec)).toBe(escrow.specHash);
    expect(lockHash(escrow.lock as never)).toBe(escrow.lockHash);
    expect(sequences(escrow.seed, spec.rules, valueRows(escrow.spec.pool.values))).toEqual(
      escrow.sequences,
    );
    expect(await outcome(spec.drawId, evidence(story()))).toMatchObject({
      status: 'verified',
      seed: escrow.seed,
      values: escrow.values,
    });
  });

  const without = (at: number): [string, object][] => story().filter((_, index) => index !== at);
  const swapped = (one_: number, other: number): [string, object][] => {
    const records = story();
    [records[one_], records[other]] = [records[other]!, records[one_]!];
    return records;
  };

  it.each([
    ['a deposit missing', without(2), 'draw.deposit_missing'],
    ['a reveal before the deposits', swapped(4, 5), 'draw.order'],
    ['a deposit before the lock', swapped(1, 2), 'draw.order'],
    ['a nonce missing', without(5), 'draw.nonce_missing'],
    [
      'one share only',
      story().map(([type, body]) =>
        type === 'draw.forced'
          ? [type, { ...body, shares: escrow.forced[0]!.shares.slice(1) }]
          : [type, body],
      ),
      'draw.nonce_false',
    ],
    [
      'another nonce',
      story().map(([type, body], at) =>
        at === 5 ? [type, { ...body, nonce: '0'.repeat(64) }] : [type, body],
      ),
      'draw.nonce_false',
    ],
    [
      'a reveal twice',
      [...story().slice(0, 6), story()[5]!, ...story().slice(6)],
      'draw.nonce_false',
    ],
    [
      'a beacon',
      [
        ...story().slice(0, 5),
        ['draw.final', drandFinal(spec.drawId, 1000, panel.drandSignature)],
        ...story().slice(5),
      ],
      'draw.lock_invalid',
    ],
    [
      'a round',
      story().map(([type, body]) =>
        type === 'draw.lock' ? [type, { ...body, round: 1 }] : [type, body],
      ),
      'draw.lock_invalid',
    ],
    [
      'no deposits at all',
      story().filter(([type]) => type !== 'draw.deposit'),
      'draw.deposit_missing',
    ],
  ] as [string, [string, object][], string][])('refuses %s', async (_, given, code) => {
    expect(await outcome(spec.drawId, evidence(given))).toBe(code);
  });

  it('refuses steps that did not wait for the cosignature', async () => {
    expect(await outcome(spec.drawId, evidence(story(), { checkpoint: 3 }))).toBe('draw.order');
    const uncosigned = evidence(story(), { gate: () => null });
    expect(await outcome(spec.drawId, uncosigned)).toBe('draw.not_cosigned');
  });

  it('is pending while nonces are missing and the tender is open', async () => {
    const given = evidence(story().slice(0, 6), { complete: false });
    expect(await outcome(spec.drawId, given)).toMatchObject({ status: 'pending' });
  });

  it('runs whole from the contributors’ own programs', async () => {
    const holders = [1, 2, 3].map((x) => ({
      id: `holder ${x}`,
      x,
      secret: testSeed(`holder/${x}`),
      recipient: recipientOf(testSeed(`holder/${x}`)),
    }));
    const source = {
      kind: 'escrow',
      t: 2,
      holders: holders.map(({ id, x, recipient }) => ({ id, x, recipient })),
    } as const;
    const names = ['platform', 'supervisor'];
    const own: DrawSpec = {
      ...spec,
      source,
      contributors: names.map((id) => namedKey(id, testSeed(id))),
    };
    const made = names.map((id) => makeInput(own, id, testSeed(id), testSeed(`nonce/${id}`)));
    expect(missingInputs(own, [made[0]!.input])).toEqual(['supervisor']);
    expect(() => makeInput(own, 'platform', testSeed('platform'), new Uint8Array(3))).toThrow();
    const lock = makeLock(own, made.map(({ input }) => input).reverse(), null, null);
    const deposits = await Promise.all(
      names.map((id) => makeDeposit(source, own.drawId, id, testSeed(`nonce/${id}`))),
    );
    const shares = await Promise.all(
      [2, 3].map((x) => openDepositShare(holders[x - 1]!.secret, deposits[1]!, x)),
    );
    expect((await openDepositShare(holders[0]!.secret, deposits[1]!, 2)).ok).toBe(false);
    expect((await openDepositShare(holders[0]!.secret, deposits[1]!, 9)).ok).toBe(false);
    const opened = shares.map((share) => (share.ok ? share.value : null));
    const contributions = made.map(({ nonce }, at) => ({ id: names[at]!, nonce }));
    const seed = drawSeed({
      drawId: own.drawId,
      specHash: specHash(own),
      lockHash: lockHash(lock),
      contributions: [...contributions].reverse(),
      final: { kind: 'none' },
    });
    const rows = valueRows(escrow.spec.pool.values);
    const seats = new Selector(own.rules, rows, sequences(seed, own.rules, rows)).initial();
    const given: [string, object][] = [
      ['draw.spec', own],
      ['draw.lock', lock],
      ...deposits.map((deposit): [string, object] => ['draw.deposit', deposit]),
      ['draw.reveal', makeReveal(own.drawId, 'platform', testSeed('nonce/platform'))],
      ['draw.forced', { drawId: own.drawId, id: 'supervisor', shares: opened }],
      ['draw.result', { v: 1, drawId: own.drawId, seed, panel: seats.panel }],
    ];
    expect(await outcome(own.drawId, evidence(given))).toMatchObject({ status: 'verified', seed });
  });

  it('recovers the refuser’s nonce from the vector’s shares', async () => {
    const deposit = escrow.deposits.find(({ id }) => id === 'supervisor')!;
    const commit = escrow.lock.inputs.find(({ id }) => id === 'supervisor')!.commit;
    const recovery = await recoverSecret({
      threshold: 2,
      dealt: deposit.shares,
      ctx: { kind: 'draw', drawId: spec.drawId, id: 'supervisor' },
      shares: escrow.forced[0]!.shares,
      isSecret: (nonce) =>
        nonceCommitment(spec.drawId, escrow.specHash, 'supervisor', toHex(nonce)) === commit,
    });
    expect(toHex(recovery.secret!)).toBe(escrow.contributions[1]!.nonce);
  });
});

describe('physical randomness (tp1 §3.3 C)', () => {
  const attendees = ['a', 'b', 'c'].map((name) => ({
    key: namedKey(name, testSeed(name)),
    seed: testSeed(name),
  }));
  const names = ['platform', 'supervisor'];
  const spec: DrawSpec = {
    ...(escrow.spec as unknown as DrawSpec),
    source: { kind: 'physical', symbolCount: 20, symbolMax: 6, minSigners: 3 },
    contributors: names.map((id) => namedKey(id, testSeed(id))),
  };
  const inputs = names.map((id) => makeInput(spec, id, testSeed(id), testSeed(`n/${id}`)).input);
  const lock = makeLock(spec, inputs, null, null);
  const symbols = Array.from({ length: 20 }, (_, at) => (at % 6) + 1).join(',');
  const signed = (said: string, signers = attendees): object => ({
    drawId: spec.drawId,
    final: { kind: 'physical', symbols: said },
    sigs: signers.map(({ seed }) =>
      signPayload(seed, 'tp1/draw/physical', {
        drawId: spec.drawId,
        lockHash: lockHash(lock),
        symbols: said,
      }),
    ),
  });
  const judged = (final: object, extra = {}): Promise<unknown> =>
    outcome(
      spec.drawId,
      evidence(
        [
          ['draw.spec', spec],
          ['draw.lock', lock],
          ['draw.final', final],
        ],
        {
          keys: attendees.map(({ key }) => key),
          complete: false,
          ...extra,
        },
      ),
    );

  it('takes the signed symbols into the seed', async () => {
    expect(await judged(signed(symbols))).toMatchObject({ status: 'pending', beaconChecked: null });
  });

  it('refuses too few signers, a signer twice, wrong symbols, and dice thrown before the lock held', async () => {
    expect(await judged(signed(symbols, attendees.slice(1)))).toBe('draw.physical');
    const twice = [attendees[0]!, attendees[0]!, attendees[1]!];
    expect(await judged(signed(symbols, twice))).toBe('draw.physical');
    expect(await judged(signed('1,2,3'))).toBe('draw.physical');
    expect(await judged(signed(symbols.replace('6', '7')))).toBe('draw.physical');
    expect(await judged(signed(symbols), { checkpoint: 3 })).toBe('draw.order');
    const beacon = drandFinal(spec.drawId, 1000, panel.drandSignature);
    expect(await judged(beacon)).toBe('draw.physical');
  });
});

describe('coefficient with sealed nonces of the bids (tp1 §3.3 withBids)', () => {
  const spec = coefficient.spec as unknown as DrawSpec;
  const nonceOf = (id: string): string =>
    coefficient.contributions.find((one) => one.id === id)!.nonce;
  const rows = valueRows(coefficient.spec.pool.values);

  it('reproduces the seed and the value', () => {
    const seed = drawSeed({
      drawId: spec.drawId,
      specHash: specHash(spec),
      lockHash: lockHash(coefficient.lock as never),
      contributions: [...coefficient.contributions].reverse(),
      final: { kind: 'none' },
    });
    expect(seed).toBe(coefficient.seed);
    const order = sequences(seed, spec.rules, rows);
    expect(order).toEqual(coefficient.sequences);
    expect(coefficient.spec.pool.values[order.values![0]!]).toBe(coefficient.value);
  });

  const closed = { index: 1, bids: coefficient.lock.bids };
  const story = async (): Promise<[string, object][]> => [
    ['draw.spec', spec],
    ['bids.closed', {}],
    ['draw.lock', coefficient.lock],
    ...(await Promise.all(
      ['platform', 'supervisor', 'tenderer'].map(async (id): Promise<[string, object]> => [
        'draw.deposit',
        await makeDeposit(spec.source as never, spec.drawId, id, fromHex(nonceOf(id))),
      ]),
    )),
    ['opening.opened', { bid: 'B1' }],
    ['opening.opened', { bid: 'B2' }],
    ['opening.opened', { bid: 'B3' }],
    ...['platform', 'supervisor', 'tenderer'].map((id): [string, object] => [
      'draw.reveal',
      { drawId: spec.drawId, id, nonce: nonceOf(id) },
    ]),
    [
      'draw.result',
      {
        v: 1,
        drawId: spec.drawId,
        seed: coefficient.seed,
        panel: [{ row: 2, stratum: 'values', via: 'values' }],
      },
    ],
  ];
  const opened = (): OpenedEnvelope[] =>
    ['B1', 'B2', 'B3'].map((bid, at) => ({ bid, index: 6 + at, nonce: nonceOf(`bid:${bid}`) }));

  it('accepts the honest order', async () => {
    const given = evidence(await story(), { closed, opened });
    expect(await outcome(spec.drawId, given)).toMatchObject({
      status: 'verified',
      values: [coefficient.value],
    });
  });

  it('refuses a reveal before the last opening, a bid not opened, another list, a lock before the closing', async () => {
    const records = await story();
    const judge = (extra: Partial<DrawEvidence>): Promise<unknown> =>
      outcome(spec.drawId, evidence(records, { closed, opened, ...extra }));
    const late = opened().map((one, at) => (at === 2 ? { ...one, index: 10 } : one));
    expect(await judge({ opened: () => late })).toBe('draw.bids_not_open');
    expect(await judge({ opened: () => opened().slice(1) })).toBe('draw.bids_not_open');
    expect(await judge({ closed: { ...closed, bids: closed.bids.slice(1) } })).toBe(
      'draw.bids_mismatch',
    );
    expect(await judge({ closed: { ...closed, index: 5 } })).toBe('draw.bids_mismatch');
    expect(await judge({ closed: null })).toBe('draw.bids_mismatch');
    const failed = opened().map((one, at) => (at === 0 ? { ...one, nonce: null } : one));
    expect(await judge({ opened: () => failed })).toBe('draw.seed_mismatch');
  });
});

describe('selection (tp1 §3.6)', () => {
  const arbitraryPool = fc
    .array(fc.record({ unit: fc.nat(4), strata: fc.subarray(['a', 'b'], { minLength: 1 }) }), {
      minLength: 1,
      maxLength: 30,
    })
    .map((rows) => rows.map(({ unit, strata }, i) => ({ i, strata, tags: { unit: `u${unit}` } })));
  const rules = {
    pick: [
      { stratum: 'a', seats: 2, fallback: ['b'] },
      { stratum: 'b', seats: 2, fallback: [] },
    ],
    caps: [{ tag: 'unit', max: 1 }],
  };

  it('never seats a row twice, never breaks a cap, whatever happens', () => {
    fc.assert(
      fc.property(
        arbitraryPool,
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.array(fc.nat(3), { maxLength: 10 }),
        (rows, seed, leavers) => {
          const order = sequences(toHex(seed), rules, rows);
          const selector = new Selector(rules, rows, order);
          let selection = selector.initial();
          for (const leaver of leavers) {
            const row = selection.panel[leaver]?.row;
            if (row === undefined) continue;
            selection = selector.replace(selection, row)!.selection;
            const units = selection.panel.map((seat) => rows[seat.row]!.tags.unit);
            expect(new Set(units).size).toBe(units.length);
            expect(selection.ever.has(row)).toBe(true);
          }
          expect(selector.replace(selection, -5)).toBeNull();
        },
      ),
    );
  });

  it('does not depend on the order in which people were entered', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(panel.people, { minLength: 20 }), (people) => {
        const candidates = people.map((person) => ({
          ...person,
          salt: '0'.repeat(64),
          strata: ['a'],
          tags: {},
        }));
        const rows = poolRows(candidates);
        expect(poolRoot(rows)).toBe(poolRoot(poolRows([...candidates].reverse())));
        expect(strataSizes(rows)).toEqual([{ id: 'a', size: people.length }]);
      }),
      { numRuns: 20 },
    );
  });
});
