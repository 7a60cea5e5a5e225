import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { readConfig, type Config } from '@server/platform';

/** The databases the medium and e2e tests run on; chosen by `DB`. */
export const DIALECT: 'sqlite' | 'mariadb' = process.env.DB === 'mariadb' ? 'mariadb' : 'sqlite';

const SERVER = process.env.DATABASE_URL ?? 'mysql://root@127.0.0.1:3306/sunlit_test';

/** A database and data folder of a test's own. */
export interface TestDatabase {
  /** Settings of a process on this database; call again for a restart on the same data. */
  config(extra?: Record<string, string>): Config;
  /** The same settings as environment variables, for child processes. */
  environment(extra?: Record<string, string>): Record<string, string>;
  drop(): Promise<void>;
}

async function onServer(statement: string): Promise<void> {
  const url = new URL(SERVER);
  url.pathname = '/';
  const connection = await mysql.createConnection(url.toString());
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/** Makes an empty database: a SQLite file in a folder of its own, or a schema on the server. */
export async function aDatabase(name: string): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'sunlit-'));
  const schema = `t_${name}_${process.env.JEST_WORKER_ID ?? '0'}_${process.pid}`.toLowerCase();
  if (DIALECT === 'mariadb') {
    await onServer(`DROP DATABASE IF EXISTS \`${schema}\``);
    await onServer(`CREATE DATABASE \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
  const url = new URL(SERVER);
  url.pathname = `/${schema}`;
  const environment = (extra: Record<string, string> = {}): Record<string, string> => ({
    NODE_ENV: 'test',
    DATA_DIR: directory,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    DEMO: 'false',
    CHECKPOINT_MS: '100',
    DATABASE_URL: DIALECT === 'mariadb' ? url.toString() : '',
    ...extra,
  });
  return {
    environment,
    config: (extra) => readConfig(environment(extra)),
    async drop() {
      if (DIALECT === 'mariadb') await onServer(`DROP DATABASE IF EXISTS \`${schema}\``);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
