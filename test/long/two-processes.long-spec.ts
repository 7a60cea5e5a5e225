import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { toHex } from '@core/kernel';
import {
  CompactRange,
  leafHash,
  parseCheckpoint,
  parseNote,
  parsePolicyFile,
  verifyReceipt,
  type Receipt,
} from '@core/ledger';
import { LedgerModule, LedgerReads } from '@server/ledger';
import { ClockStore, PlatformModule } from '@server/platform';
import { prepareBid } from '../journeys/bidder';
import { enterFirms, publish, registerProject } from '../journeys/rural-road';
import { until, worldAt, type World } from '../journeys/world';
import { aDatabase, type TestDatabase } from '../support/database';
import { ProblemError } from '../support/client';

const SERVER = resolve(__dirname, '../../dist/apps/api/src/main.js');
const AUDIT = resolve(__dirname, '../../dist/apps/api/src/audit-main.js');
const PORTS = [4211, 4212] as const;
const KILLS = 4;
const OFFER = { price: '3579546.00', durationDays: 120, quality: '合格', manager: '张工' };
const DATABASE = process.env.DB ?? 'sqlite';
const built = existsSync(SERVER) && existsSync(AUDIT);
if (!built) console.warn('NOT RUN: two processes need `npm run build:server` first');

/** One of two servers on the same database and the same data folder. */
class Server {
  private child: ChildProcess | null = null;
  readonly url: string;

  constructor(
    private readonly port: number,
    private readonly database: TestDatabase,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    const settings = { DEMO: 'true', DEMO_COUNTY: 'people', PORT: String(this.port) };
    this.child = spawn(process.execPath, [SERVER], {
      env: { ...process.env, ...this.database.environment(settings) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until(`the server at ${this.port}`, () => this.answers('/readyz'), 90);
  }

  /** SIGKILL: whatever it was doing, it does not finish it. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }

  private answers(path: string): Promise<boolean> {
    return fetch(`${this.url}${path}`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}

/** What the load was promised: a bid with the number of its receipt, or a project with its own. */
interface Promised {
  readonly kind: 'bid' | 'project';
  readonly id: string;
  readonly by: string;
  readonly receipt: string;
}

(built ? describe : describe.skip)('one sequencer, two processes', () => {
  let database: TestDatabase;
  let servers: [Server, Server];
  let worlds: [World, World];
  let inside: INestApplicationContext;
  const promised: Promised[] = [];
  /** Every checkpoint anybody could have seen: size → root. Two roots of one size would be two histories. */
  const seen = new Map<number, string>();
  const refusals = new Map<string, number>();
  let isRunning = true;
  let commands = 0;

  beforeAll(async () => {
    database = await aDatabase('two');
    servers = [new Server(PORTS[0], database), new Server(PORTS[1], database)];
    await servers[0].start();
    inside = await NestFactory.createApplicationContext(
      { module: LedgerModule, imports: [PlatformModule.with(database.config())] },
      { logger: false },
    );
    await inside.get(ClockStore).load();
    await servers[1].start();
    worlds = [worldAt(servers[0].url, () => undefined), worldAt(servers[1].url, () => undefined)];
  });
  afterAll(async () => {
    isRunning = false;
    for (const server of servers) await server.stop('SIGKILL');
    await inside.close();
    await database.drop();
  });

  const rows = <T>(query: string): Promise<T[]> => inside.get(DataSource).query<T[]>(query);
  const holder = async (): Promise<string> => {
    const [lease] = await rows<{ holder: string }>(
      `SELECT holder FROM lease WHERE name = 'ledger-sequencer'`,
    );
    return lease?.holder ?? '';
  };
  const anyWorld = (): World => worlds[Math.random() < 0.5 ? 0 : 1];

  /** Does one thing again and again, on whichever server answers. A server that was killed answers nothing. */
  async function again(work: (world: World) => Promise<void>): Promise<void> {
    while (isRunning) {
      try {
        await work(anyWorld());
        commands++;
      } catch (error) {
        const code = error instanceof ProblemError ? error.problem.code : 'no answer';
        refusals.set(code, (refusals.get(code) ?? 0) + 1);
        await new Promise((done) => setTimeout(done, 200));
      }
    }
  }

  async function watch(): Promise<void> {
    while (isRunning) {
      for (const { url } of servers) {
        const text = await fetch(`${url}/checkpoint`).then(
          (answer) => (answer.ok ? answer.text() : null),
          () => null,
        );
        const note = text === null ? null : parseNote(text);
        const checkpoint = note && parseCheckpoint(note.text);
        if (!checkpoint) continue;
        const { size } = checkpoint;
        const root = toHex(checkpoint.root);
        expect(seen.get(size) ?? root).toBe(root);
        seen.set(size, root);
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** What was signed must be committed: the memory of the log key never runs ahead of the tree. */
  async function committedWhatWasSigned(): Promise<void> {
    const path = database.config().path('keys', 'ledger-signed.json');
    const signed = JSON.parse(readFileSync(path, 'utf8')) as { size: number };
    const [tree] = await rows<{ size: number }>('SELECT size FROM ledger_tree');
    const [entries] = await rows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM ledger_entry WHERE idx < ${signed.size}`,
    );
    expect(tree?.size ?? 0).toBeGreaterThanOrEqual(signed.size);
    expect(Number(entries?.count)).toBe(signed.size);
  }

  it('survives the kill of whoever holds the lease, again and again', async () => {
    const projectId = await registerProject(worlds[0]);
    const { tenderId } = await publish(worlds[0], projectId);
    const firms = await enterFirms(worlds[0], tenderId);
    for (const world of worlds)
      for (const name of [...firms, 'township', 'registrar']) await world.as(name);
    const load = [
      watch(),
      ...firms.map((firm) =>
        again(async (world) => {
          const client = await world.as(firm);
          const { bidId, body } = await prepareBid(client, tenderId, OFFER);
          const { receipt } = await client.post<{ receipt: string }>(
            `/api/bids/${bidId}/submit`,
            body,
          );
          promised.push({ kind: 'bid', id: bidId, by: firm, receipt });
        }),
      ),
      again(async (world) => {
        const id = await registerProject(world);
        promised.push({ kind: 'project', id, by: 'township', receipt: id });
      }),
    ];
    const failed = Promise.all(load);
    for (let kill = 0; kill < KILLS; kill++) {
      const victim = servers[kill % 2]!;
      const before = await holder();
      const done = commands;
      await until('some work under this holder', () => Promise.resolve(commands > done + 3), 60);
      await victim.stop('SIGKILL');
      await committedWhatWasSigned();
      // The other takes over when the lease has run out; by induction it is the one that holds it now.
      await until('another holder', async () => (await holder()) !== before, 60);
      await victim.start();
      await committedWhatWasSigned();
    }
    const done = commands;
    await until('some work after the last kill', () => Promise.resolve(commands > done + 5), 60);
    isRunning = false;
    await failed;
    // Refusals by core would mean that a command of one process was lost or done twice by the other.
    expect([...refusals.keys()].filter((code) => code !== 'no answer')).toEqual([]);
    expect(promised.length).toBeGreaterThan(KILLS * 5);
  });

  it('lost no receipt: each verifies against the policy, and its record is in the log once', async () => {
    await until('an empty queue', async () => {
      const [pending] = await rows<{ count: number }>(
        'SELECT COUNT(*) AS count FROM ledger_pending',
      );
      return Number(pending?.count) === 0;
    });
    const text = await (await fetch(`${servers[0].url}/api/public/policy`)).text();
    const policy = parsePolicyFile(text);
    if (!policy.ok) throw new Error(policy.refusal.code);
    for (const { kind, id, by, receipt } of promised) {
      if (kind === 'project') {
        const client = await worlds[0].as('township');
        const project = await client.get<{ id: string }>(`/api/projects/${id}`);
        expect(project.id).toBe(id);
        continue;
      }
      const client = await worlds[0].as(by);
      const bid = await until('the witnessed receipt', async () => {
        const found = await client.get<{ receipt: string; logReceipt: Receipt | null }>(
          `/api/bids/${id}`,
        );
        return found.logReceipt ? found : null;
      });
      expect(bid.receipt).toBe(receipt);
      expect(verifyReceipt(bid.logReceipt!, policy.value).ok).toBe(true);
    }
    const twice = await rows(
      'SELECT recordId, COUNT(*) AS count FROM ledger_entry GROUP BY recordId HAVING COUNT(*) > 1',
    );
    expect(twice).toEqual([]);
  });

  it('made one sequence: every checkpoint anybody saw is a prefix of the log as it ended', async () => {
    const reads = inside.get(LedgerReads);
    const size = await reads.publishedSize();
    const range = new CompactRange();
    let compared = 0;
    while (range.size < size) {
      for (const entry of await reads.entries(range.size)) {
        range.append(leafHash(new Uint8Array(Buffer.from(entry, 'base64'))));
        const root = seen.get(range.size);
        if (root === undefined) continue;
        expect(root).toBe(toHex(range.root()));
        compared++;
      }
    }
    expect(compared).toBe([...seen.keys()].filter((one) => one <= size).length);
    expect(compared).toBeGreaterThan(KILLS * 10);
  });

  it('starts again after a clean stop, and the audit finds nothing', async () => {
    for (const server of servers) await server.stop('SIGTERM');
    const [before] = await rows<{ size: number }>('SELECT size FROM ledger_tree');
    await servers[1].start();
    // It sequences only after its own check of what is stored against what was signed.
    await until('the log to go on', async () => {
      const [now] = await rows<{ size: number }>('SELECT size FROM ledger_tree');
      return (now?.size ?? 0) > (before?.size ?? 0) + 2;
    });
    const env = { ...process.env, ...database.environment() };
    const { stdout } = await promisify(execFile)(process.execPath, [AUDIT, '--json'], { env });
    const audit = JSON.parse(stdout) as Record<string, unknown>;
    expect(audit).toMatchObject({ ok: true, faults: [], erased: 0 });
    console.info(
      `${DATABASE}: ${promised.length} receipts, ${seen.size} checkpoints seen, audit of ${String(audit.size)} entries, refusals ${JSON.stringify(Object.fromEntries(refusals))}`,
    );
  });
});
