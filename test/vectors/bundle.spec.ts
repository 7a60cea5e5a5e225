import { verifyBundle } from '@core/bundle';
import { canonicalObject, toBase64 } from '@core/kernel';
import { parsePolicyFile, type LedgerRecord } from '@core/ledger';
import { lines, rewrite, say, testSeed, type Lie, type Line } from './lying-operator';
import bundle from './tp1/bundle.json';
import tlog from './tp1/tlog.json';

type Loose = Record<string, unknown>;

async function reason(value: unknown): Promise<string> {
  const result = await verifyBundle(value);
  return result.ok ? 'accepted' : `${result.step}: ${result.reason}`;
}

const is =
  (type: string, part: Loose = {}) =>
  (record: LedgerRecord): boolean =>
    record.type === type &&
    Object.entries(part).every(([name, value]) => record.body[name] === value);

function without(which: (record: LedgerRecord) => boolean): Line[] {
  return lines().filter((line) => !line.record || !which(line.record));
}

function moved(
  which: (record: LedgerRecord) => boolean,
  before: (record: LedgerRecord) => boolean,
): Line[] {
  const all = lines();
  const chosen = all.filter((line) => line.record && which(line.record));
  const rest = all.filter((line) => !chosen.includes(line));
  const at = rest.findIndex((line) => line.record && before(line.record));
  return [...rest.slice(0, at), ...chosen, ...rest.slice(at)];
}

function repeated(which: (record: LedgerRecord) => boolean): Line[] {
  return lines().flatMap((line) => (line.record && which(line.record) ? [line, line] : [line]));
}

function insert(before: (record: LedgerRecord) => boolean, line: Line): Line[] {
  const all = lines();
  const at = all.findIndex((one) => one.record && before(one.record));
  return [...all.slice(0, at), line, ...all.slice(at)];
}

function record(
  type: string,
  body: object,
  at = '2023-08-23T16:00:00Z',
  scope = 'T2026-0001',
): Line {
  const empty = { v: 1, n: 0, prev: '', actor: 'cb5854e66c02dfb4' } as const;
  return {
    record: { ...empty, type, scope, at, body: canonicalObject(body) },
    salt: type.startsWith('draw.') || type.endsWith('.closed') ? null : '11'.repeat(32),
    opaque: toBase64(testSeed('opaque')),
  };
}

/** Every size is a checkpoint, so that order alone is judged. */
const everySize: Lie = {
  sizes: Array.from({ length: 40 }, (_, at) => at + 1),
  times: (size) => [0, 1, 2].map((at) => (size <= 9 ? 1_692_806_300 : 1_692_806_700) + at),
};

describe('the bundle of the vector (tp1 §6)', () => {
  it('is verified, every step of it', async () => {
    const policy = parsePolicyFile(tlog.policyFile);
    const result = await verifyBundle(bundle, policy.ok ? policy.value : null);
    if (!result.ok)
      throw new Error(`${result.step}: ${result.reason} ${JSON.stringify(result.detail)}`);
    const { report } = result;
    expect(report).toMatchObject({ demo: false, complete: true, scope: 'T2026-0001' });
    expect(report.steps.map(({ step }) => step)).toEqual([
      'format',
      'checkpoints',
      'entries',
      'records',
      'chains',
      'bids',
      'closing',
      'keys',
      'envelopes',
      'draws',
    ]);
    expect(report.envelopes.map(({ bid, by, sheet }) => [bid, by, (sheet as Loose).price])).toEqual(
      [
        ['B1', 'bidder', '10012345.00'],
        ['B2', 'holders', '10024690.00'],
        ['B3', 'bidder', '10037035.00'],
      ],
    );
    expect(report.draws).toMatchObject([
      { drawId: 'T2026-0001/coefficient/1', status: 'verified', values: ['0.960'] },
      { drawId: 'T2026-0001/panel/1', status: 'verified', events: 4, beaconChecked: true },
    ]);
    expect(report.warnings.map(({ code }) => code)).toEqual(['draw.called_but_not_named:4']);
  });

  it('says that the policy was the bundle’s own, and that a demo is a demo', async () => {
    const demo = await verifyBundle({ ...bundle, policy: { ...bundle.policy, demo: true } });
    expect(demo).toMatchObject({ ok: true, report: { demo: true } });
    expect(demo.ok && demo.report.warnings[0]).toMatchObject({ code: 'policy_of_the_bundle' });
  });

  it('survives being written again by an honest operator', async () => {
    expect(await reason(rewrite(lines()))).toBe('accepted');
  });
});

describe('a lying operator with a consistent log (tp1 §6)', () => {
  const closedIs = is('bids.closed');
  const panel = { drawId: 'T2026-0001/panel/1' };
  const coefficient = { drawId: 'T2026-0001/coefficient/1' };
  const seat = { row: 3, stratum: 'civil', via: 'civil' };
  const dropB3 = (body: Loose): Loose => ({ ...body, bids: (body.bids as Loose[]).slice(0, 2) });

  const cases: [string, Line[], string, Lie?][] = [
    [
      'lock after the beacon round',
      lines(),
      'draws: draw.too_late',
      { times: () => [1_692_806_365, 1_692_806_366, 1_692_806_367] },
    ],
    [
      'crony put into the result',
      say(is('draw.result', panel), (body) => ({
        ...body,
        panel: [seat, ...(body.panel as Loose[]).slice(1)],
      })),
      'draws: draw.result_mismatch',
    ],
    ['second lock', repeated(is('draw.lock', panel)), 'draws: draw.not_one', everySize],
    [
      'second draw under another attempt',
      [
        ...lines().slice(0, 9),
        ...say(is('draw.spec', panel), (body) => ({
          ...body,
          attempt: 2,
          drawId: 'T2026-0001/panel/2',
          prevVoid: '1'.repeat(64),
        })).slice(6, 7),
        ...lines().slice(9),
      ],
      'draws: draw.attempt_chain',
      everySize,
    ],
    [
      'key released before the closing',
      moved(is('opening.key', { bid: 'B1' }), closedIs),
      'keys: before_the_closing',
    ],
    [
      'share released before the closing',
      moved(is('opening.share', { x: 1 }), closedIs),
      'keys: before_the_closing',
    ],
    [
      'bid dropped from the closed list',
      say(closedIs, (body) => ({ ...dropB3(body), count: 2 })),
      'closing: list',
    ],
    ['count and list apart', say(closedIs, dropB3), 'closing: count'],
    [
      'bid with another hash in the list',
      say(closedIs, (body) => ({
        ...body,
        bids: (body.bids as Loose[]).map((bid, at) =>
          at === 0 ? { ...bid, bidHash: '0'.repeat(64) } : bid,
        ),
      })),
      'closing: list',
    ],
    ['two closings', repeated(closedIs), 'closing: twice'],
    [
      'bid submitted after the closing',
      moved(is('bid.submitted', { bid: 'B3' }), is('draw.lock', coefficient)),
      'bids: after_the_closing',
    ],
    [
      'announced price is not the sealed price',
      say(is('opening.opened', { bid: 'B1' }), (body) => ({
        ...body,
        sheet: { ...(body.sheet as Loose), price: '9000000.00' },
      })),
      'envelopes: another_content',
    ],
    [
      'another manifest',
      say(is('opening.opened', { bid: 'B1' }), (body) => ({
        ...body,
        manifestSha256: '0'.repeat(64),
      })),
      'envelopes: another_manifest',
    ],
    [
      'said to be opened by the bidder',
      say(is('opening.opened', { bid: 'B2' }), (body) => ({ ...body, by: 'bidder' })),
      'envelopes: another_verdict',
    ],
    [
      'a false secret',
      say(is('opening.key', { bid: 'B1' }), (body) => ({ ...body, secret: '0'.repeat(64) })),
      'envelopes: another_verdict',
    ],
    [
      'a false share',
      say(is('opening.share', { x: 1 }), (body) => ({ ...body, share: '0'.repeat(66) })),
      'envelopes: another_verdict',
    ],
    [
      'a key against another closing',
      say(is('opening.key', { bid: 'B1' }), (body) => ({ ...body, closed: '0'.repeat(64) })),
      'keys: against_another_closing',
    ],
    [
      'a key for a bid that is not closed',
      say(is('opening.key', { bid: 'B1' }), (body) => ({ ...body, bid: 'B9' })),
      'keys: for_a_bid_not_closed',
    ],
    [
      'a bid failed that opens',
      lines().map((line) =>
        line.record && is('opening.opened', { bid: 'B3' })(line.record)
          ? {
              ...line,
              record: {
                ...line.record,
                type: 'opening.failed',
                body: { bid: 'B3', env: 'sheet', verdict: 'BIDDER_FAULT', at: 'sheet/manifest' },
              },
            }
          : line,
      ),
      'envelopes: another_verdict',
    ],
    ['a bid never opened', without(is('opening.opened', { bid: 'B3' })), 'envelopes: never_opened'],
    [
      'a bid opened twice',
      repeated(is('opening.opened', { bid: 'B3' })),
      'envelopes: announced_twice',
    ],
    [
      'wrong replacement',
      say(is('draw.event', { seq: 0 }), (body) => ({ ...body, by: 46 })),
      'draws: draw.event_mismatch',
    ],
    [
      'pool table changed',
      say(is('draw.table'), (body) => ({
        ...body,
        rows: (body.rows as Loose[]).map((row, at) =>
          at === 0 ? { ...row, strata: ['law'] } : row,
        ),
      })),
      'draws: draw.table_mismatch',
    ],
    [
      'institutions reveal before bids are open',
      moved(is('draw.reveal'), is('opening.opened', { bid: 'B1' })),
      'draws: draw.bids_not_open',
    ],
    [
      'lock of the coefficient before the closing',
      moved(is('draw.lock', coefficient), closedIs),
      'draws: draw.bids_mismatch',
    ],
    ['events withheld', without(is('draw.event')), 'draws: draw.name_mismatch', everySize],
    [
      'deadline moved after it had passed',
      insert(
        closedIs,
        record(
          'tender.amended',
          {
            opening: {
              ...(bundle.records[0]!.record.body as { opening: Loose }).opening,
              deadline: '2023-08-23T16:00:05Z',
              openAt: '2023-08-23T16:00:05Z',
            },
          },
          '2023-08-23T15:59:59Z',
        ),
      ),
      'bids: deadline_moved_late',
    ],
    [
      'a bid the list leaves out, submitted twice',
      repeated(is('bid.submitted', { bid: 'B1' })),
      'bids: seal.recipient_reused',
    ],
    [
      'something after tender.closed',
      [...lines(), record('draw.void', { drawId: 'x', reason: 'x', offender: null })],
      'chains: after_tender_closed',
    ],
    [
      'a rehearsal of the draw hidden under another scope',
      insert(
        closedIs,
        record('draw.lock', { ...panel, round: 999 }, '2023-08-23T15:00:00Z', 'platform'),
      ),
      'records: in_another_scope',
      everySize,
    ],
    [
      'a withdrawal the bidder did not sign',
      insert(
        closedIs,
        record(
          'bid.withdrawn',
          { bid: 'B1', sig: bundle.records[1]!.record.body.sig },
          '2023-08-23T15:00:00Z',
          'T2026-0001/bid/B1',
        ),
      ),
      'bids: withdrawal',
    ],
    [
      'a decision nobody signed',
      insert(
        is('opening.key', { bid: 'B1' }),
        record('opening.released', { closed: '0'.repeat(64), reason: 'x', sig: {} }),
      ),
      'keys: release_decision',
    ],
    ['one witness only', lines(), 'checkpoints: no_quorum', { witnesses: 1 }],
    [
      'a closing before the deadline',
      lines(),
      'closing: before_the_deadline',
      { times: () => [1_692_800_000, 1_692_800_001, 1_692_800_002] },
    ],
  ];

  it.each(cases.map(([name, changed, expected, lie = {}]) => ({ name, changed, expected, lie })))(
    'is caught: $name',
    async ({ changed, expected, lie }) => {
      expect(await reason(rewrite(changed, lie))).toBe(expected);
    },
  );

  it('is caught: a record withheld', async () => {
    const bad = rewrite(lines());
    const records = (bad.records as { index: number }[]).filter(({ index }) => index !== 23);
    expect(await reason({ ...bad, records })).toBe('chains: hole');
  });

  it('is caught: a bid that came late', async () => {
    const late = lines().map((line) =>
      line.record && is('bid.submitted', { bid: 'B3' })(line.record)
        ? { ...line, record: { ...line.record, at: '2023-08-23T15:59:25Z' } }
        : line,
    );
    expect(await reason(rewrite(late))).toBe('bids: late');
  });

  it('warns when a bid was cosigned late, and does not void it', async () => {
    const late = (size: number): number[] =>
      [0, 1, 2].map((at) => (size <= 5 ? 1_692_806_800 : 1_692_806_900) + at);
    const result = await verifyBundle(
      rewrite(
        without((one) => one.type.startsWith('draw.')),
        { ...everySize, times: late },
      ),
    );
    expect(result.ok).toBe(true);
    if (result.ok) {
      expect(result.report.warnings.filter(({ code }) => code === 'cosigned_late')).toHaveLength(3);
    }
  });
});

describe('damage', () => {
  const change = (part: Loose): Loose => ({ ...structuredClone(bundle), ...part });

  it('to the log is found', async () => {
    const entries = bundle.entries.map((entry, at) => (at === 1 ? toBase64(testSeed('x')) : entry));
    expect(await reason(change({ entries }))).toBe('entries: root');
    const short = bundle.entries.slice(0, -1);
    expect(await reason(change({ entries: short }))).toBe('checkpoints: size');
    expect(await reason(change({ entries: [...bundle.entries, 'AAAA'] }))).toBe(
      'checkpoints: entries_uncovered',
    );
    expect(await reason(change({ entries: ['AAAA', ...bundle.entries.slice(1)] }))).toBe(
      'entries: entry',
    );
    expect(await reason(change({ checkpoints: [...bundle.checkpoints].reverse() }))).toBe(
      'checkpoints: size',
    );
    const [first] = bundle.checkpoints;
    const broken = [
      { ...first!, note: first!.note.replace('tp-2026 46', 'tp-2026 47') },
      ...bundle.checkpoints.slice(1),
    ];
    expect(await reason(change({ checkpoints: broken }))).toBe('checkpoints: ledger.log_signature');
  });

  it('to a disclosed record is found', async () => {
    const records = structuredClone(bundle.records);
    records[0]!.record.body.title = 'Another bridge';
    expect(await reason(change({ records }))).toBe('records: not_the_entry');
    expect(await reason(change({ records: [bundle.records[0], bundle.records[0]] }))).toBe(
      'records: twice',
    );
    expect(await reason(change({ records: [{ ...bundle.records[0], salt: null }] }))).toBe(
      'records: salt',
    );
    expect(await reason(change({ records: [{ ...bundle.records[0], record: {} }] }))).toBe(
      'records: record',
    );
  });

  it('that canonical JSON cannot even say is found', async () => {
    for (const odd of [1.5, -(2 ** 53), '\ud800', { é: 1 }]) {
      const records = structuredClone(bundle.records) as { record: { body: Loose } }[];
      records[4]!.record.body.secret = odd;
      expect(await reason(change({ records }))).toBe('records: record');
      const bids = structuredClone(bundle.bids) as { bid: Loose }[];
      bids[0]!.bid.odd = odd;
      expect(await reason(change({ bids }))).toBe('bids: malformed');
    }
  });

  it('to the bids is found', async () => {
    const bids = structuredClone(bundle.bids) as { bid: Loose; blobs: Record<string, string> }[];
    bids[0]!.bid.seq = 2;
    expect(await reason(change({ bids }))).toBe('bids: hash');
    expect(await reason(change({ bids: bundle.bids.slice(1) }))).toBe('bids: object_missing');
    expect(await reason(change({ bids: [...bundle.bids, bundle.bids[0]] }))).toBe('bids: twice');
    expect(await reason(change({ bids: [{ bid: {}, blobs: {} }] }))).toBe('bids: malformed');
    const corrupt = structuredClone(bundle.bids) as typeof bids;
    corrupt[0]!.blobs['sheet/f1'] = corrupt[1]!.blobs['sheet/f1']!;
    expect(await reason(change({ bids: corrupt }))).toBe('envelopes: another_verdict');
    const keys = bundle.keys.map((key) => (key.id === 'bidder1' ? { ...key, id: 'bidder9' } : key));
    expect(await reason(change({ keys }))).toBe('bids: unknown_key');
  });

  it('to the form is found', async () => {
    expect(await reason(null)).toBe('format: malformed');
    expect(await reason(change({ format: 'tp2/bundle' }))).toBe('format: malformed');
    expect(await reason(change({ keys: [{ ...bundle.keys[0], kid: '0'.repeat(16) }] }))).toBe(
      'format: key_id',
    );
    expect(await reason(change({ keys: [bundle.keys[0], bundle.keys[0]] }))).toBe(
      'format: key_twice',
    );
    expect(await reason(change({ policy: { ...bundle.policy, quorum: 1 } }))).toBe(
      'format: quorum_too_small',
    );
    expect(await reason(change({ policy: { ...bundle.policy, log: 'x' } }))).toBe('format: policy');
  });

  it('by another log or other witnesses than the reader trusts is found', async () => {
    const trusted = parsePolicyFile(tlog.policyFile);
    if (!trusted.ok) throw new Error('policy');
    const fewer = { ...trusted.value, witnesses: trusted.value.witnesses.slice(1) };
    expect(await verifyBundle(bundle, fewer)).toMatchObject({ ok: false, reason: 'other_policy' });
  });
});

describe('a tender that is still open', () => {
  it('is checked as far as it goes', async () => {
    const result = await verifyBundle(rewrite(lines().slice(0, 14)));
    expect(result).toMatchObject({ ok: true, report: { complete: false, envelopes: [] } });
    if (!result.ok) return;
    const codes = result.report.warnings.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'tender_still_open',
        'not_closed_yet',
        'draw.undisclosed',
        'draw.pending',
      ]),
    );
  });

  it('may keep sealed records to itself, and says how many', async () => {
    const bad = rewrite(lines().slice(0, 25));
    const records = (bad.records as { index: number }[]).filter(({ index }) => index !== 23);
    const result = await verifyBundle({ ...bad, records });
    expect(result.ok || result.reason).toBe(true);
    const codes = result.ok ? result.report.warnings.map(({ code }) => code) : [];
    expect(codes).toEqual(expect.arrayContaining(['not_disclosed_yet', 'not_opened_yet']));
  });

  it('lets a tender with too few bids return them unopened, and only then', async () => {
    const visible = (id: string): object => ({ id, visibility: 'public', stage: 1 });
    const ids = [...new Set(bundle.bids.flatMap(({ bid }) => bid.envelopes.map(({ id }) => id)))];
    const all = say(is('tender.published'), (body) => ({
      ...body,
      opening: { ...(body.opening as object), envelopes: ids.map(visible) },
    }));
    const at = all.findIndex((line) => line.record && is('bids.closed')(line.record));
    const count = all[at]!.record!.body.count as number;
    const ended = (bids: number, minimum: number): Record<string, unknown> =>
      rewrite([
        ...all.slice(0, at + 1),
        record('tender.failed', { tender: 'T2026-0001', bids, minimum }),
        record('tender.closed', { tender: 'T2026-0001', n: 0 }),
      ]);
    const returned = await verifyBundle(ended(count, count + 1));
    if (!returned.ok) throw new Error(`${returned.step}: ${returned.reason}`);
    expect(returned.report).toMatchObject({ complete: true, envelopes: [] });
    expect(returned.report.warnings.map(({ code }) => code)).toContain('returned_unopened');
    expect(await reason(ended(count, count))).toBe('envelopes: never_opened');
    expect(await reason(ended(count - 1, count + 1))).toBe('envelopes: never_opened');
  });
});
