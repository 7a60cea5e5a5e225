import { verifyBundle } from '@core/bundle';
import {
  fromBase64,
  signPayload,
  sm2KeyId,
  sm2KeyOf,
  toBase64,
  toHex,
  type Sm2Verifier,
} from '@core/kernel';
import { leafHash, parsePolicyFile } from '@core/ledger';
import { everySize, is, record, without } from './lies/moves';
import { lines, rewrite, say, testSeed } from './lying-operator';
import certificates from './certificates.json';
import bundle from './tp1/bundle.json';
import tlog from './tp1/tlog.json';

type Loose = Record<string, unknown>;

async function reasonOf(value: unknown): Promise<string> {
  const result = await verifyBundle(value);
  return result.ok ? 'accepted' : `${result.step}: ${result.reason}`;
}

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
      'base_prices',
      'draws',
      'evaluation',
      'result',
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
    expect(await reasonOf(rewrite(lines()))).toBe('accepted');
  });
});

describe('an honest operator whose witnesses were slow', () => {
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

describe('what is lawful though unusual', () => {
  const accepted = async (value: unknown): Promise<string[]> => {
    const result = await verifyBundle(value);
    if (!result.ok) throw new Error(`${result.step}: ${result.reason}`);
    return result.report.warnings.map(({ code }) => code);
  };
  /** Cosigned before the beacon up to this size, and after the closing from then on. */
  const times =
    (early: number) =>
    (size: number): number[] =>
      [0, 1, 2].map((at) => (size <= early ? 1_692_806_300 : 1_692_806_700) + at);

  it('a bid that arrived in time and was logged within the grace', async () => {
    const logged = say(is('bid.submitted', { bid: 'B3' }), (body) => ({
      ...body,
      arrivedAt: '2023-08-23T15:59:24Z',
    })).map((line) =>
      line.record?.scope === 'T2026-0001/bid/B3'
        ? { ...line, record: { ...line.record, at: '2023-08-23T16:00:10Z' } }
        : line,
    );
    await accepted(rewrite(logged));
  });

  it('a checkpoint without a quorum, as long as the last one has it', async () => {
    const weak = rewrite(lines(), {
      sizes: [3, ...bundle.checkpoints.map(({ size }) => size)],
      times: (size) => (size === 3 ? [1_692_806_300] : times(8)(size)),
    });
    expect(await accepted(weak)).toContain('without_quorum');
  });

  it('a release the supervisor signed because the quorum could not be reached', async () => {
    const all = lines().filter((line) => !line.record?.type.startsWith('draw.'));
    const at = all.findIndex((line) => line.record && is('bids.closed')(line.record));
    const closed = toHex(leafHash(fromBase64((rewrite(all).entries as string[])[at]!)!));
    const reason = 'two witnesses were down';
    const sig = signPayload(testSeed('actor/supervisor'), 'tp1/opening/release', {
      closed,
      reason,
    });
    const released = record('opening.released', { closed, reason, sig }, '2023-08-23T16:00:15Z');
    const told = [...all.slice(0, at + 1), released, ...all.slice(at + 1)];
    await accepted(rewrite(told, { sizes: [5], times: times(5) }));
    expect(await reasonOf(rewrite(all, { sizes: [5], times: times(5) }))).toBe(
      'keys: before_the_closing',
    );
  });

  it('a false share beside enough good ones: its holder is named', async () => {
    const all = lines();
    const at = all.findIndex((line) => line.record && is('opening.share', { x: 3 })(line.record));
    const { body, at: time } = all[at]!.record!;
    const junk = record('opening.share', { ...body, x: 2, share: '0'.repeat(66) }, time);
    const told = [...all.slice(0, at), junk, ...all.slice(at)];
    const sizes = [5, 8, 14, 16, 19, 33];
    expect(await accepted(rewrite(told, { sizes, times: times(8) }))).toContain('false_share');
  });

  /** The bundle of a log in which the panel was voided after its lock, by everybody who had to agree. */
  const voided = (certify: (sig: unknown) => unknown): Record<string, unknown> => {
    const panel = { drawId: 'T2026-0001/panel/1' };
    const reason = 'the pool was wrong';
    const sigs = ['supervisor', 'tenderer'].map((who) =>
      certify(signPayload(testSeed(`actor/${who}`), 'tp1/draw/void', { ...panel, reason })),
    );
    const locked = say(is('draw.lock', panel), (body) => ({
      ...body,
      inputs: (body.inputs as Loose[]).map((one) => ({ ...one, sig: certify(one.sig) })),
    }));
    const kept = locked.filter(
      ({ record: one }) =>
        one?.body.drawId !== panel.drawId || ['draw.spec', 'draw.lock'].includes(one.type),
    );
    const at = kept.findIndex((line) => line.record && is('draw.lock', panel)(line.record)) + 1;
    const body = { ...panel, reason, offender: null, sigs };
    const told = [
      ...kept.slice(0, at),
      record('draw.void', body, '2023-08-23T15:58:00Z'),
      ...kept.slice(at),
    ];
    const sizes = [5, 8, 9, 10, 11, 14, 26];
    return rewrite(told, { sizes, times: times(9) });
  };

  it('a void that every independent contributor signed', async () => {
    expect(await accepted(voided((sig) => sig))).toEqual(
      expect.arrayContaining(['draw.void:the pool was wrong', 'draw.void']),
    );
  });

  it('certified signatures beside the others: told, and checked where SM2 is known', async () => {
    const kid = sm2KeyId(sm2KeyOf(fromBase64(certificates.sm2)!)!);
    const beside = [{ alg: 'SM2', kid, sig: '3006020101020101', cert: [certificates.sm2] }];
    const certify = (sig: unknown): object => ({ ...(sig as object), beside });
    const bids = rewrite(say(is('bid.submitted'), (body) => ({ ...body, sig: certify(body.sig) })));
    for (const certified of [bids, voided(certify)]) {
      const told = async (sm2: Sm2Verifier | null): Promise<unknown> => {
        const result = await verifyBundle(certified, null, undefined, sm2);
        return result.ok ? result.report.warnings.map(({ code }) => code) : result.reason;
      };
      expect(await told(null)).toContain('certified_unchecked');
      expect(await told({ verify: () => true })).toContain('certified_checked');
      expect(await told({ verify: () => false })).toBe('certified_signature');
    }
  });
});

describe('damage', () => {
  const change = (part: Loose): Loose => ({ ...structuredClone(bundle), ...part });

  it('to the log is found', async () => {
    const entries = bundle.entries.map((entry, at) => (at === 1 ? toBase64(testSeed('x')) : entry));
    expect(await reasonOf(change({ entries }))).toBe('entries: root');
    const short = bundle.entries.slice(0, -1);
    expect(await reasonOf(change({ entries: short }))).toBe('checkpoints: size');
    expect(await reasonOf(change({ entries: [...bundle.entries, 'AAAA'] }))).toBe(
      'checkpoints: entries_uncovered',
    );
    expect(await reasonOf(change({ entries: ['AAAA', ...bundle.entries.slice(1)] }))).toBe(
      'entries: entry',
    );
    expect(await reasonOf(change({ checkpoints: [...bundle.checkpoints].reverse() }))).toBe(
      'checkpoints: size',
    );
    const [first] = bundle.checkpoints;
    const broken = [
      { ...first!, note: first!.note.replace('tp-2026 46', 'tp-2026 47') },
      ...bundle.checkpoints.slice(1),
    ];
    expect(await reasonOf(change({ checkpoints: broken }))).toBe(
      'checkpoints: ledger.log_signature',
    );
  });

  it('to a disclosed record is found', async () => {
    const records = structuredClone(bundle.records);
    records[0]!.record.body.title = 'Another bridge';
    expect(await reasonOf(change({ records }))).toBe('records: not_the_entry');
    expect(await reasonOf(change({ records: [bundle.records[0], bundle.records[0]] }))).toBe(
      'records: twice',
    );
    expect(await reasonOf(change({ records: [{ ...bundle.records[0], salt: null }] }))).toBe(
      'records: salt',
    );
    expect(await reasonOf(change({ records: [{ ...bundle.records[0], record: {} }] }))).toBe(
      'records: record',
    );
  });

  it('that canonical JSON cannot even say is found', async () => {
    for (const odd of [1.5, -(2 ** 53), '\ud800', { é: 1 }]) {
      const records = structuredClone(bundle.records) as { record: { body: Loose } }[];
      records[4]!.record.body.secret = odd;
      expect(await reasonOf(change({ records }))).toBe('records: record');
      const bids = structuredClone(bundle.bids) as { bid: Loose }[];
      bids[0]!.bid.odd = odd;
      expect(await reasonOf(change({ bids }))).toBe('bids: malformed');
    }
  });

  it('to the bids is found', async () => {
    const bids = structuredClone(bundle.bids) as { bid: Loose; blobs: Record<string, string> }[];
    bids[0]!.bid.seq = 2;
    expect(await reasonOf(change({ bids }))).toBe('bids: hash');
    expect(await reasonOf(change({ bids: bundle.bids.slice(1) }))).toBe('bids: object_missing');
    expect(await reasonOf(change({ bids: [...bundle.bids, bundle.bids[0]] }))).toBe('bids: twice');
    expect(await reasonOf(change({ bids: [{ bid: {}, blobs: {} }] }))).toBe('bids: malformed');
    const corrupt = structuredClone(bundle.bids) as typeof bids;
    corrupt[0]!.blobs['sheet/f1'] = corrupt[1]!.blobs['sheet/f1']!;
    expect(await reasonOf(change({ bids: corrupt }))).toBe('envelopes: another_verdict');
    const keys = bundle.keys.map((key) => (key.id === 'bidder1' ? { ...key, id: 'bidder9' } : key));
    expect(await reasonOf(change({ keys }))).toBe('bids: unknown_key');
  });

  it('to the form is found', async () => {
    expect(await reasonOf(null)).toBe('format: malformed');
    expect(await reasonOf(change({ format: 'tp2/bundle' }))).toBe('format: malformed');
    expect(await reasonOf(change({ keys: [{ ...bundle.keys[0], kid: '0'.repeat(16) }] }))).toBe(
      'format: key_id',
    );
    expect(await reasonOf(change({ keys: [bundle.keys[0], bundle.keys[0]] }))).toBe(
      'format: key_twice',
    );
    expect(await reasonOf(change({ policy: { ...bundle.policy, quorum: 1 } }))).toBe(
      'format: quorum_too_small',
    );
    expect(await reasonOf(change({ policy: { ...bundle.policy, log: 'x' } }))).toBe(
      'format: policy',
    );
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
    expect(await reasonOf(ended(count, count))).toBe('envelopes: never_opened');
    expect(await reasonOf(ended(count - 1, count + 1))).toBe('envelopes: never_opened');
  });
});
