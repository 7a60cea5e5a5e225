import { existsSync, mkdirSync } from 'node:fs';
import mysql from 'mysql2/promise';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config';
import { MIGRATIONS } from '../migrations';

interface PragmaConnection {
  pragma(text: string): unknown;
}

async function mysqlFlavour(url: string): Promise<'mysql' | 'mariadb'> {
  const connection = await mysql.createConnection(url);
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    const { version } = (rows as { version: string }[])[0] ?? { version: '' };
    return version.includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

/**
 * The options of the one data source: embedded SQLite in DATA_DIR, or MySQL/MariaDB, told apart by asking
 * the server. Never `synchronize`: the schema comes from the migrations alone.
 */
export async function dataSourceOptions(config: Config): Promise<DataSourceOptions> {
  const { DATABASE_URL: url, DATABASE_POOL: pool } = config.settings;
  const common = {
    migrations: [...MIGRATIONS],
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
  };
  if (url === '') {
    if (!existsSync(config.path())) mkdirSync(config.path(), { recursive: true, mode: 0o700 });
    return {
      ...common,
      type: 'better-sqlite3',
      database: config.path('sunlit.sqlite'),
      enableWAL: true,
      prepareDatabase: (connection: PragmaConnection) => {
        connection.pragma('busy_timeout = 5000');
        connection.pragma('synchronous = FULL');
        connection.pragma('foreign_keys = ON');
      },
    };
  }
  return {
    ...common,
    type: await mysqlFlavour(url),
    url,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    isolationLevel: 'READ COMMITTED',
    extra: { connectionLimit: pool },
  };
}
