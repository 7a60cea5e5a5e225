import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from './unit-of-work';

/**
 * Reads for screens. On SQLite they use a second, read-only connection (WAL), so that they neither wait for
 * writers nor see uncommitted rows; inside a unit they use the unit's own manager, which sees its writes.
 */
@Injectable()
export class Reads implements OnApplicationShutdown {
  private second: Promise<DataSource> | undefined;

  constructor(
    private readonly main: DataSource,
    private readonly unit: UnitOfWork,
  ) {}

  /** The manager to read with. */
  async manager(): Promise<EntityManager> {
    if (this.unit.isOpen) return this.unit.manager;
    if (!this.unit.isEmbedded) return this.main.manager;
    this.second ??= this.openReadOnly();
    return (await this.second).manager;
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.second)?.destroy();
  }

  private openReadOnly(): Promise<DataSource> {
    const { options } = this.main;
    if (options.type !== 'better-sqlite3') throw new Error('only SQLite has a second connection');
    return new DataSource({
      ...options,
      readonly: true,
      enableWAL: false,
      migrations: [],
      prepareDatabase: (connection: { pragma(text: string): unknown }) => {
        connection.pragma('query_only = ON');
      },
    }).initialize();
  }
}
