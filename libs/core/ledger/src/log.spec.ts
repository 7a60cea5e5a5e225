import fc from 'fast-check';
import { fromBase64, fromHex, toBase64, toHex, utf8 } from '@core/kernel';
import vectors from '../../../../test/vectors/tp1/tlog.json';
import { checkpointText, cosign, cosignedAt, parseCheckpoint } from './checkpoint';
import {
  addSignatures,
  COSIGNATURE,
  isSignedBy,
  LOG_SIGNATURE,
  noteSigner,
  parseNote,
  parseVerifierKey,
  signNote,
} from './note';
import { logPolicy, parsePolicyFile, policyFile, verifyCheckpoint, type LogPolicy } from './policy';
import { parseTlogProof, tlogProof, verifyReceipt, type Receipt } from './receipt';
import { entryOf, readEntry, readRecord, recordHash, type LedgerRecord } from './record';
import { consistencyProof, leafHash, treeRoot } from './tree';
import { addCheckpointBody, decideAddCheckpoint, parseAddCheckpoint } from './witness';

const log = noteSigner('log.example.org/tp-2026', LOG_SIGNATURE, fromHex(vectors.testSeeds.log));
const witnesses = vectors.testSeeds.witnesses.map(({ name, seed }) =>
  noteSigner(name, COSIGNATURE, fromHex(seed)),
);
const leaves = vectors.entries.map((entry) => leafHash(fromBase64(entry)!));
const record0 = vectors.record0.record as unknown as LedgerRecord;

function policy(): LogPolicy {
  const parsed = parsePolicyFile(vectors.policyFile);
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  return parsed.value;
}

describe('records and entries (tp1 §2.2, §2.3)', () => {
  it('reproduces the sealed entry of the vector', () => {
    expect(toHex(recordHash(record0))).toBe(vectors.record0.recordHash);
    const entry = entryOf(record0, fromHex(vectors.record0.salt));
    expect(toHex(entry)).toBe(vectors.record0.entry);
    expect(toHex(leafHash(entry))).toBe(vectors.record0.leafHash);
  });

  it('reads every entry of the vector', () => {
    for (const text of vectors.entries) {
      const entry = fromBase64(text)!;
      const read = readEntry(entry);
      expect(read.ok).toBe(true);
      if (read.ok && read.value.kind === 'clear') {
        expect(entryOf(read.value.record, null)).toEqual(entry);
      }
    }
  });

  it('refuses a sealed type in clear, a clear type sealed, and malformed entries', () => {
    expect(() => entryOf(record0, null)).toThrow(RangeError);
    expect(() => entryOf({ ...record0, type: 'draw.lock' }, new Uint8Array(32))).toThrow();
    expect(() => entryOf(record0, new Uint8Array(31))).toThrow(RangeError);
    const clear = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
    expect(readEntry(clear(record0)).ok).toBe(false);
    expect(readEntry(new Uint8Array(31)).ok).toBe(false);
    expect(readEntry(new Uint8Array(40)).ok).toBe(false);
    expect(readEntry(utf8(`["${'x'.repeat(40)}"]`)).ok).toBe(false);
  });

  it.each([
    null,
    {},
    { ...record0, v: 2 },
    { ...record0, type: 'No' },
    { ...record0, scope: 'with space' },
    { ...record0, n: -1 },
    { ...record0, n: 1 },
    { ...record0, prev: 'f'.repeat(64) },
    { ...record0, prev: 'F'.repeat(64) },
    { ...record0, at: '2026-03-02T00:00:00.000Z' },
    { ...record0, actor: 'me' },
    { ...record0, body: [] },
    { ...record0, extra: 1 },
  ])('refuses %j as a record', (value) => {
    expect(readRecord(value).ok).toBe(false);
  });
});

describe('checkpoints, notes, cosignatures (tp1 §2.4)', () => {
  it('reproduces every checkpoint, request and answer of the vector', () => {
    let state: { size: number; root: string } | null = null;
    for (const { size, note, request, response } of vectors.checkpoints) {
      const parsed = parseNote(note)!;
      const text = checkpointText({
        origin: log.key.name,
        size,
        root: treeRoot(leaves.slice(0, size)),
      });
      expect(parsed.text).toBe(text);
      const lines = witnesses.map((witness) =>
        cosign(text, cosignedAt(parsed, witness.key)!, witness),
      );
      expect(addSignatures(signNote(text, log), lines)).toBe(note);
      const oldSize: number = state?.size ?? 0;
      const proof = consistencyProof(leaves, oldSize, size);
      expect(addCheckpointBody({ oldSize, proof, note: signNote(text, log) })).toBe(request);
      const answer = decideAddCheckpoint(request, {
        logs: [log.key],
        latest: () => state,
        signer: witnesses[0]!,
        time: cosignedAt(parsed, witnesses[0]!.key)!,
      });
      expect(answer).toMatchObject({ status: 200, body: response });
      state = answer.store!.state;
    }
  });

  it('finds the quorum time, and its absence', () => {
    const note = vectors.checkpoints[0]!.note;
    const full = verifyCheckpoint(note, policy());
    if (!full.ok) throw new Error(full.refusal.code);
    expect(full.value.times).toHaveLength(3);
    expect(full.value.quorumTime).toBe(full.value.times[1]);
    const lines = note.split('\n');
    const lonely = verifyCheckpoint(`${lines.slice(0, 6).join('\n')}\n`, policy());
    expect(lonely.ok && lonely.value.quorumTime).toBeNull();
    expect(lonely.ok && lonely.value.times).toHaveLength(1);
  });

  it('refuses another log, a false signature and malformed notes', () => {
    const text = checkpointText({ origin: 'other', size: 1, root: leaves[0]! });
    const refusals = [
      signNote(text, log),
      signNote(text.replace('other', log.key.name), { ...log, seed: new Uint8Array(32) }),
      signNote('hello\n', log),
      'no note',
    ].map((note) => verifyCheckpoint(note, policy()));
    expect(refusals.map((result) => !result.ok && result.refusal.code)).toEqual([
      'ledger.wrong_log',
      'ledger.log_signature',
      'ledger.checkpoint_malformed',
      'ledger.note_malformed',
    ]);
  });

  it.each([
    '',
    '\n\n',
    'a\n',
    'a\n\n',
    'a\n\nx\n',
    'a\n\n— n\n',
    'a\n\n— n AAAA\n',
    'a\tb\n\n— n AAAAAAA=\n',
  ])('refuses the note %j', (note) => {
    expect(parseNote(note)).toBeNull();
  });

  it('counts no cosignature whose time is no time, or that does not verify', () => {
    const { note } = vectors.checkpoints[0]!;
    const text = parseNote(note)!.text;
    const [first] = witnesses;
    const line = cosign(text, 1_700_000_000, first!);
    const [name, encoded] = line.trimEnd().slice(2).split(' ') as [string, string];
    const at = (change: (bytes: Uint8Array) => void): number | null => {
      const bytes = fromBase64(encoded)!.slice();
      change(bytes);
      const signed = `${text}\n— ${name} ${toBase64(bytes)}\n`;
      return cosignedAt(parseNote(signed)!, first!.key);
    };
    expect(at(() => undefined)).toBe(1_700_000_000);
    expect(at((bytes) => bytes.fill(255, 4, 12))).toBeNull();
    expect(at((bytes) => (bytes[20]! ^= 1))).toBeNull();
    const short = `${text}\n— ${name} ${toBase64(fromBase64(encoded)!.slice(0, 40))}\n`;
    expect(cosignedAt(parseNote(short)!, first!.key)).toBeNull();
    const many = `${text}\n${line.repeat(101)}`;
    expect(parseNote(many)).toBeNull();
    expect(parseNote(`${text}\n${line.repeat(100)}`)?.signatures).toHaveLength(100);
  });

  it('reads the signed-note example form of C2SP keys strictly', () => {
    expect(parseVerifierKey(log.key.text)).toEqual(log.key);
    for (const text of [
      log.key.text.replace('+e3', '+E3'),
      log.key.text.replace('e3aa7382', 'e3aa7383'),
      `${log.key.text}A`,
      'a+b',
      log.key.text.replace('+Aco', '+Bco'),
    ]) {
      expect(parseVerifierKey(text)).toBeNull();
    }
    expect(isSignedBy(parseNote(vectors.checkpoints[0]!.note)!, witnesses[0]!.key)).toBe(false);
    expect(cosignedAt(parseNote(vectors.checkpoints[0]!.note)!, log.key)).toBeNull();
    expect(() => cosign('a\n', 1, log)).toThrow(RangeError);
  });

  it.each([
    'a\n1\n',
    'a\n01\nAAAA\n',
    'a b\n1\nAAAA\n',
    'a\n1\nAAAA\n',
    'a\n99999999999999999\nAAAA\n',
  ])('refuses the checkpoint %j', (text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });
});

describe('policy files (tp1 §2.4, §12)', () => {
  it('round trips, with and without the demo mark', () => {
    expect(policyFile(policy())).toBe(vectors.policyFile);
    const demo = { ...policy(), demo: true };
    expect(policyFile(demo).split('\n')[0]).toBe('# demo:true');
    expect(parsePolicyFile(policyFile(demo))).toEqual({ ok: true, value: demo });
  });

  it.each([
    '',
    vectors.policyFile.replace('group G 2', 'group G 4'),
    vectors.policyFile.replace('group G 2', 'group G x'),
    vectors.policyFile.replace('quorum G', 'quorum H'),
    vectors.policyFile.replace('W1 W2 W3', 'W1 W2'),
    vectors.policyFile.replace('witness W1', 'witless W1'),
    vectors.policyFile.replace('university.example.org/w+bf8b0573+BCj2', 'x+bf8b0573+BCj2'),
  ])('refuses policy %#', (text) => {
    expect(parsePolicyFile(text).ok).toBe(false);
  });

  it('knows the words for all and any, one group, one quorum', () => {
    const needed = (word: string): unknown => {
      const parsed = parsePolicyFile(vectors.policyFile.replace('group G 2', `group G ${word}`));
      return parsed.ok && parsed.value.quorum;
    };
    expect([needed('all'), needed('any')]).toEqual([3, 1]);
    const twice = vectors.policyFile.replace(/^witness W3.*$/m, 'quorum G');
    expect(parsePolicyFile(twice).ok).toBe(false);
  });

  it('refuses a witness counted twice', () => {
    const key = witnesses[0]!.key.text;
    expect(logPolicy({ log: log.key.text, witnesses: [key, key], quorum: 2 }).ok).toBe(false);
    expect(logPolicy({ log: key, witnesses: [key], quorum: 1 }).ok).toBe(false);
  });
});

describe('receipts (tp1 §2.4)', () => {
  const receipts = vectors.receipts as unknown as Receipt[];

  it('accepts every receipt of the vector, and writes its proof again', () => {
    for (const receipt of receipts) {
      expect(verifyReceipt(receipt, policy())).toMatchObject({ ok: true, value: { witnesses: 3 } });
      expect(tlogProof(parseTlogProof(receipt.proof)!)).toBe(receipt.proof);
    }
  });

  it('refuses a changed record, salt, index and proof', () => {
    const receipt = receipts[1]!;
    const codes = [
      { ...receipt, record: { ...receipt.record, at: '2023-08-23T14:59:39Z' } },
      { ...receipt, record: { ...receipt.record, n: -1 } },
      { ...receipt, salt: null },
      { ...receipt, salt: '00'.repeat(32) },
      { ...receipt, proof: receipt.proof.replace('index 2', 'index 3') },
      { ...receipt, proof: 'nothing' },
      { ...receipt, proof: receipt.proof.replace('tp-2026', 'tp-2027') },
    ].map((bad) => {
      const result = verifyReceipt(bad, policy());
      return result.ok ? 'accepted' : result.refusal.code;
    });
    expect(codes).toEqual([
      'ledger.not_included',
      'ledger.record_invalid',
      'ledger.salt',
      'ledger.not_included',
      'ledger.not_included',
      'ledger.proof_malformed',
      'ledger.wrong_log',
    ]);
  });
});

describe('what comes out of any file', () => {
  const [receipt] = vectors.receipts;
  const codeOf = (bad: unknown): string => {
    const result = verifyReceipt(bad as Receipt, policy());
    return result.ok ? 'accepted' : result.refusal.code;
  };

  it('is refused when an index is beyond what a number holds exactly', () => {
    const proof = (index: string): string => receipt!.proof.replace(/index \d+/, `index ${index}`);
    expect(parseTlogProof(proof('9007199254740991'))?.index).toBe(Number.MAX_SAFE_INTEGER);
    expect(parseTlogProof(proof('9007199254740993'))).toBeNull();
    expect(parseAddCheckpoint('old 9007199254740991\n\nx')?.oldSize).toBe(Number.MAX_SAFE_INTEGER);
    expect(parseAddCheckpoint('old 9999999999999999\n\nx')).toBeNull();
  });

  it('is refused when a proof is no text, or a record has no canonical form', () => {
    const { record } = receipt!;
    expect(codeOf({ ...receipt, proof: undefined })).toBe('ledger.proof_malformed');
    expect(codeOf({ ...receipt, proof: ['x'] })).toBe('ledger.proof_malformed');
    for (const odd of [1.5, 2 ** 53, '\ud800', { é: 1 }]) {
      const body = { ...record.body, odd };
      expect(codeOf({ ...receipt, record: { ...record, body } })).toBe('ledger.record_invalid');
    }
  });
});

describe('witness (C2SP tlog-witness)', () => {
  const noteAt = (size: number, fork = ''): string =>
    signNote(
      checkpointText({
        origin: log.key.name,
        size,
        root: treeRoot([
          ...leaves.slice(0, size - 1),
          fork === '' ? leaves[size - 1]! : leafHash(utf8(fork)),
        ]),
      }),
      log,
    );
  const ask = (body: string, size: number | null, logs = [log.key]): [number, string] => {
    const { status, body: answer } = decideAddCheckpoint(body, {
      logs,
      latest: () => (size === null ? null : { size, root: toHex(treeRoot(leaves.slice(0, size))) }),
      signer: witnesses[1]!,
      time: 1_700_000_000,
    });
    return [status, answer];
  };
  const request = (oldSize: number, size: number, note = noteAt(size)): string =>
    addCheckpointBody({ oldSize, proof: consistencyProof(leaves, oldSize, size), note });

  it('answers each fault with the status the protocol names', () => {
    expect(ask('rubbish', null)[0]).toBe(400);
    expect(ask('old 1\nAAAA\n\nx', null)[0]).toBe(400);
    expect(ask(request(0, 5), null, [])[0]).toBe(404);
    expect(ask(request(0, 5).replace(/— log\S* \S{6}/, '$&x'), null)[0]).toBe(400);
    const forged = signNote(parseNote(noteAt(5))!.text, { ...log, seed: new Uint8Array(32) });
    expect(ask(addCheckpointBody({ oldSize: 0, proof: [], note: forged }), null)[0]).toBe(403);
    expect(ask(request(5, 8), 6)).toEqual([409, '6\n']);
    expect(ask(request(5, 8).replace('old 5', 'old 9'), 5)[0]).toBe(400);
    expect(ask(request(5, 8).replace('old 5', 'old 4'), 4)[0]).toBe(422);
    expect(ask(request(0, 5), 5)).toEqual([409, '5\n']);
  });

  it('cosigns the same tree again, and never a fork', () => {
    const same = addCheckpointBody({ oldSize: 5, proof: [], note: noteAt(5) });
    expect(ask(same, 5)[0]).toBe(200);
    const fork = addCheckpointBody({ oldSize: 5, proof: [], note: noteAt(5, 'fork') });
    expect(ask(fork, 5)).toEqual([409, '5\n']);
  });

  it('reads back every request it can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1, max: 32 }), (old, size) => {
        fc.pre(old <= size);
        const body = request(old, size);
        expect(addCheckpointBody(parseAddCheckpoint(body)!)).toBe(body);
        expect(toBase64(fromBase64(toBase64(utf8(body)))!)).toBe(toBase64(utf8(body)));
      }),
      { numRuns: 20 },
    );
  });
});
