import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest, utf8 } from '@core/kernel';
import {
  addCheckpointBody,
  checkpointText,
  consistencyProof,
  cosignedAt,
  leafHash,
  LOG_SIGNATURE,
  noteSigner,
  parseNote,
  signNote,
  treeRoot,
} from '@core/ledger';
import { WitnessFolder } from '@server/witness';
import { witnessServer } from './server';
import { readSettings } from './settings';

const log = noteSigner('log.test/1', LOG_SIGNATURE, digest(utf8('log')));
const leaves = Array.from({ length: 20 }, (_, at) => leafHash(utf8(`entry ${at}`)));
const other = leaves.map((_, at) => leafHash(utf8(`forked ${at}`)));

function noteOf(tree: Uint8Array[], size: number): string {
  const root = treeRoot(tree.slice(0, size));
  return signNote(checkpointText({ origin: log.key.name, size, root }), log);
}

function request(oldSize: number, size: number, tree = leaves): string {
  const proof = consistencyProof(tree, oldSize, size);
  return addCheckpointBody({ oldSize, proof, note: noteOf(tree, size) });
}

describe('the witness program', () => {
  let folder: string;
  let server: Server;
  let url: string;

  async function start(): Promise<WitnessFolder> {
    const witness = new WitnessFolder(folder, 'witness.test/1', [log.key]);
    server = witnessServer(witness, () => 1_700_000_000_999);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return witness;
  }

  const stop = (): Promise<unknown> => new Promise((resolve) => server.close(resolve));
  const post = (body: string): Promise<Response> =>
    fetch(`${url}/add-checkpoint`, { method: 'POST', body });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'witness-'));
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('cosigns a log as it grows, and shows its key', async () => {
    const witness = await start();
    expect(await (await fetch(url)).text()).toBe(`${witness.signer.key.text}\n`);
    for (const [old, size] of [
      [0, 3],
      [3, 3],
      [3, 20],
    ] as const) {
      const response = await post(request(old, size));
      expect(response.status).toBe(200);
      const note = parseNote(noteOf(leaves, size) + (await response.text()));
      expect(note && cosignedAt(note, witness.signer.key)).toBe(1_700_000_000);
    }
  });

  it('remembers across a restart, and refuses to go back or aside', async () => {
    const first = await start();
    await post(request(0, 7));
    await stop();
    const second = await start();
    expect(second.signer.key.text).toBe(first.signer.key.text);
    const back = await post(request(0, 5));
    expect([back.status, await back.text(), back.headers.get('content-type')]).toEqual([
      409,
      '7\n',
      'text/x.tlog.size',
    ]);
    expect((await post(request(7, 9, other))).status).toBe(422);
    expect((await post(request(7, 9))).status).toBe(200);
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
  });

  it('cosigns one of two forks that arrive at once', async () => {
    await start();
    const answers = await Promise.all([post(request(0, 4)), post(request(0, 4, other))]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('refuses unknown paths, oversized bodies and rubbish', async () => {
    await start();
    expect((await fetch(`${url}/else`)).status).toBe(404);
    expect((await post('x'.repeat(70_000))).status).toBe(400);
    expect((await post('rubbish')).status).toBe(400);
  });

  it('stops rather than begin anew when its memory is damaged', async () => {
    const witness = await start();
    await post(request(0, 4));
    const state = readdirSync(folder).find((name) => name.startsWith('log-')) ?? '';
    writeFileSync(join(folder, state), '{}');
    expect(() => witness.latest(log.key.name)).toThrow(/damaged/);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await post(request(4, 5))).status).toBe(500);
    jest.restoreAllMocks();
  });

  it('lists every fault of its settings at once', async () => {
    await start();
    expect(() => readSettings({ WITNESS_PORT: 'x' })).toThrow(/NAME[^]*PORT[^]*LOGS/);
    const settings = readSettings({ WITNESS_NAME: 'w', WITNESS_LOGS: log.key.text });
    expect(settings).toMatchObject({ name: 'w', port: 7380, logs: [log.key] });
  });
});
