import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DemoPeople } from '@server/demo';
import { Enterprises, KeepEnterprise, ReviewEnterprise } from '@server/enterprise';
import { Accounts, People, Sessions } from '@server/identity';
import { readConfig, UnitOfWork } from '@server/platform';
import { createApp } from '../../apps/api/src/create-app';
import { creditCode } from '../journeys/credit-code';
import { registerProject } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { worldAt } from '../journeys/world';
import { compare, type Comparison } from './measure';
import { minuteFaults } from './minute-faults';
import { realServer } from './server';
import { noticeText } from '../journeys/notice';

const BIDDERS = 2_000;
const AT_ONCE = 200;
/** What the blueprint asks: everybody who came in the last minute is served within one. */
const MOST_MS = 60_000;
const DOCUMENT_BYTES = 200 * 1024;
const VALID_UNTIL = Date.parse('2030-12-31T15:59:59.999Z');

/** Verified firms, each with a person who is signed in already: their access tokens. */
async function bidders(folder: string): Promise<string[]> {
  const app = await createApp(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }));
  await app.init();
  await app.get(DemoPeople).settle(0);
  const [accounts, enterprises, keep] = [
    app.get(Accounts),
    app.get(Enterprises),
    app.get(KeepEnterprise),
  ];
  const [people, sessions, unit] = [app.get(People), app.get(Sessions), app.get(UnitOfWork)];
  const registrar = await app.get(DemoPeople).actor('registrar');
  const passwordHash = (await people.byUsername('registrar'))?.passwordHash ?? '';
  const tokens: string[] = [];
  const codes = new Set<string>();
  for (let number = 1; number <= BIDDERS; number++) {
    const username = `minute${number}`;
    const name = `深夜第${number}建设有限公司`;
    let code = creditCode();
    while (codes.has(code)) code = creditCode();
    codes.add(code);
    const id = await unit.run(async () => {
      const personId = await accounts.add({ username, name, passwordHash });
      const organisation = await accounts.found({ kind: 'enterprise', name, creditCode: code });
      await accounts.appoint(personId, organisation, 'bidder');
      await enterprises.begin(organisation, { creditCode: code, name, contactName: name });
      return organisation;
    });
    const actor = await app.get(DemoPeople).actor(username);
    await keep.edit(actor, {
      name,
      address: '青禾县',
      legalRepresentative: name,
      contactName: name,
      contactPhone: '0717-5550000',
      bankName: '某银行',
      bankAccount: '62220000000000',
      qualifications: [
        { type: '公路工程', grade: '三级', certificate: `D${number}`, validUntil: VALID_UNTIL },
      ],
    });
    await keep.submit(actor);
    await app.get(ReviewEnterprise).answer(registrar, id, { missing: [], reason: '' });
    const person = await people.get(actor.personId);
    const client = { device: 'bench', address: '127.0.0.1' };
    tokens.push((await unit.run(() => sessions.open(person, client, false))).accessToken);
  }
  await app.close();
  return tokens;
}

/** A tender with one document of 200 KB, published by the tenderer over HTTP. */
async function aTender(url: string): Promise<{ tenderId: string; documentId: string }> {
  const world = worldAt(url, () => undefined);
  const projectId = await registerProject(world);
  const tenderer = await world.as('township');
  const { id } = await tenderer.post<{ id: string }>('/api/tenders', {
    projectId,
    title: '截止前一分钟',
    method: 'open_tender',
    ceilingFen: '360000000',
    bidBondFen: '0',
  });
  const bytes = randomBytes(DOCUMENT_BYTES);
  const file = await uploadFile(tenderer, '招标文件.pdf', 'application/pdf', bytes);
  await tenderer.post(`/api/tenders/${id}/documents`, {
    fileId: file.id,
    kind: 'tender_document',
    title: '招标文件',
  });
  await tenderer.post(`/api/tenders/${id}/publish`, {
    text: await noticeText(tenderer, id),
  });
  const page = await tenderer.get<{ documents: { id: string }[] }>(`/api/public/tenders/${id}`);
  return { tenderId: id, documentId: page.documents[0]?.id ?? '' };
}

interface Minute {
  readonly receipts: string[];
  readonly latencies: number[];
  readonly ms: number;
}

/** Every bidder signs up and fetches the document, two hundred at a time. */
async function live(
  url: string,
  tokens: readonly string[],
  tender: string,
  document: string,
): Promise<Minute> {
  const receipts: string[] = [];
  const latencies: number[] = [];
  const waiting = [...tokens];
  const start = performance.now();
  const one = async (): Promise<void> => {
    for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
      const began = performance.now();
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/api/tenders/${tender}/sign-ups`, {
        method: 'POST',
        body: '{}',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
      });
      if (!answer.ok) throw new Error(`sign-up: ${answer.status} ${await answer.text()}`);
      receipts.push(((await answer.json()) as { receipt: string }).receipt);
      const path = `/api/public/tenders/${tender}/documents/${document}/file`;
      const bytes = await (await fetch(`${url}${path}`, { headers })).arrayBuffer();
      if (bytes.byteLength !== DOCUMENT_BYTES)
        throw new Error(`document: ${bytes.byteLength} bytes`);
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { receipts, latencies, ms: performance.now() - start };
}

/** The same two rows for each bidder, one durable transaction each, by bare better-sqlite3. */
function bareRate(folder: string): number {
  const bare = new Database(join(folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE s (id text PRIMARY KEY, t text, e text, r text, at text)');
  bare.exec('CREATE TABLE l (seq integer PRIMARY KEY, id text, type text, body blob, at text)');
  const one = bare.prepare('INSERT INTO s VALUES (?, ?, ?, ?, ?)');
  const two = bare.prepare('INSERT INTO l (id, type, body, at) VALUES (?, ?, ?, ?)');
  const both = bare.transaction((n: number) => {
    one.run(`id-${n}`, 'tender', `firm-${n}`, `S-${n}`, '2026-03-02 00:30:00.000');
    two.run(`r-${n}`, 'sign_up.made', Buffer.alloc(200), '2026-03-02 00:30:00.000');
  });
  const start = performance.now();
  for (let n = 0; n < BIDDERS; n++) both(n);
  const ms = performance.now() - start;
  bare.close();
  return (BIDDERS / ms) * 1_000;
}

/**
 * The last minute before a deadline: 2,000 bidders sign up and fetch a 200 KB document from the server as people run
 * it, embedded SQLite. Fails, and the command with it, when it takes more than a minute, a row has no receipt or a receipt no row.
 */
export async function deadlineMinute(): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-minute-'));
  const tokens = await bidders(folder);
  const server = await realServer({ DATA_DIR: folder });
  try {
    const { tenderId, documentId } = await aTender(server.url);
    const { receipts, latencies, ms } = await live(server.url, tokens, tenderId, documentId);
    const tenderer = await worldAt(server.url, () => undefined).as('township');
    const rows = await tenderer.get<{ receipt: string }[]>(`/api/tenders/${tenderId}/sign-ups`);
    const faults = minuteFaults(
      { bidders: BIDDERS, mostMs: MOST_MS },
      { receipts, rows: rows.map((row) => row.receipt), ms },
    );
    if (faults.length > 0) throw new Error(faults.join('; '));
    const sorted = latencies.sort((one, other) => one - other);
    const at = (share: number): string =>
      `${Math.round(sorted[Math.floor(BIDDERS * share) - 1] ?? 0)} ms`;
    return {
      ...compare(
        'deadline minute: sign up and fetch 200 KB',
        'per s',
        (BIDDERS / ms) * 1_000,
        bareRate(folder),
      ),
      note: `${BIDDERS} bidders in ${(ms / 1_000).toFixed(1)} s, p50 ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)}; rows equal receipts`,
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
