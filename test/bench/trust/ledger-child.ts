import Database from 'better-sqlite3';
import mysql from 'mysql2/promise';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PLATFORM_ACTOR } from '@core/identity';
import { Ledger, LedgerModule, Sequencer } from '@server/ledger';
import { UnitOfWork } from '@server/platform';
import { DIALECT } from '../../support/database';
import { aModule, type TestModule } from '../../support/module';
import { compare, median, milliseconds } from '../measure';

/** What an entry takes in the tables: entry, record, salt, and the record's body. */
const ROW_BYTES = 434;
const SINGLE = 200;
const BATCH = 256;
const ROUNDS = 4;

/** Durable inserts of `count` rows in one transaction. */
type Bare = (count: number) => Promise<void>;

function bareSqlite(folder: string): { insert: Bare; close: () => Promise<void> } {
  const database = new Database(join(folder, 'bare.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE rows (id integer PRIMARY KEY, body blob)');
  const one = database.prepare('INSERT INTO rows (body) VALUES (?)');
  const insert = database.transaction((count: number) => {
    for (let at = 0; at < count; at++) one.run(randomBytes(ROW_BYTES));
  });
  return {
    insert: (count) => {
      insert(count);
      return Promise.resolve();
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

async function bareMariadb(url: string): Promise<{ insert: Bare; close: () => Promise<void> }> {
  const connection = await mysql.createConnection(url);
  await connection.query('CREATE TABLE bare_rows (id int auto_increment PRIMARY KEY, body blob)');
  return {
    insert: async (count) => {
      await connection.beginTransaction();
      const rows = Array.from({ length: count }, () => [randomBytes(ROW_BYTES)]);
      await connection.query('INSERT INTO bare_rows (body) VALUES ?', [rows]);
      await connection.commit();
    },
    close: () => connection.end(),
  };
}

async function append(module: TestModule, count: number): Promise<void> {
  const ledger = module.get(Ledger);
  await module.get(UnitOfWork).run(async () => {
    for (let at = 0; at < count; at++) {
      const body = { at, text: 'x'.repeat(100) };
      await ledger.append({
        type: 'bench.happened',
        scope: `T${at % 16}`,
        body,
        by: PLATFORM_ACTOR,
      });
    }
  });
  while ((await module.get(Sequencer).sequence()) > 0) continue;
}

/** One kind of append, ours and bare taking turns. */
async function turns(
  times: number,
  rounds: number,
  ours: () => Promise<void>,
  bare: () => Promise<void>,
): Promise<[number, number]> {
  const many = (work: () => Promise<void>) => async (): Promise<void> => {
    for (let at = 0; at < times; at++) await work();
  };
  const measured: [number, number][] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push([await milliseconds(many(ours)), await milliseconds(many(bare))]);
  }
  return [median(measured.map(([one]) => one)), median(measured.map(([, other]) => other))];
}

async function main(): Promise<void> {
  const module = await aModule('bench_ledger', [LedgerModule]);
  const { DATA_DIR, DATABASE_URL } = module.database.environment();
  const bare = await (DIALECT === 'sqlite' ? bareSqlite(DATA_DIR!) : bareMariadb(DATABASE_URL!));
  const rate = (count: number, ms: number): number => (count / ms) * 1_000;
  try {
    await append(module, BATCH);
    const [single, bareSingle] = await turns(
      SINGLE,
      ROUNDS,
      () => append(module, 1),
      () => bare.insert(1),
    );
    const [batch, bareBatch] = await turns(
      4,
      ROUNDS,
      () => append(module, BATCH),
      () => bare.insert(BATCH),
    );
    console.log(
      JSON.stringify([
        compare(
          `ledger, single, ${DIALECT}`,
          'per s',
          rate(SINGLE, single),
          rate(SINGLE, bareSingle),
        ),
        compare(
          `ledger, batches of ${BATCH}, ${DIALECT}`,
          'per s',
          rate(4 * BATCH, batch),
          rate(4 * BATCH, bareBatch),
        ),
      ]),
    );
  } finally {
    await bare.close();
    await module.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
