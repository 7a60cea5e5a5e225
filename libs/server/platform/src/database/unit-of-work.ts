import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import { isTransient } from './transient';

interface Scope {
  open: boolean;
  readonly manager: EntityManager;
  readonly afterCommit: (() => void | Promise<void>)[];
}

const MAX_ATTEMPTS = 6;
const scopes = new AsyncLocalStorage<Scope>();

function guarded(manager: EntityManager, scope: () => Scope): EntityManager {
  return new Proxy(manager, {
    get(target, property, receiver) {
      if (!scope().open) throw new Error('this unit of work has ended: a straggler may not write');
      return Reflect.get(target, property, receiver) as unknown;
    },
  });
}

/**
 * All writes go through {@link run}: one transaction, nested calls join it, and the whole unit is run again
 * after a deadlock, lock timeout or busy file. Work may therefore run twice: it touches only the database.
 *
 * On SQLite top-level units take turns, because TypeORM's driver shares one connection between
 * "concurrent" transactions and loses committed rows otherwise (docs/adr/0004).
 */
@Injectable()
export class UnitOfWork implements OnApplicationShutdown {
  private lastInLine: Promise<unknown> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in a transaction and returns its result after the commit. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (scopes.getStore()?.open) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt + 3 * attempt));
      }
    }
  }

  /** The present unit's manager. Throws outside a unit and after it has ended. */
  get manager(): EntityManager {
    const scope = scopes.getStore();
    if (!scope?.open) throw new Error('database access outside a unit of work');
    return scope.manager;
  }

  /** Whether a unit is open here. */
  get isOpen(): boolean {
    return scopes.getStore()?.open ?? false;
  }

  /** Whether the database is the embedded one, where row locks do not exist and the turnstile replaces them. */
  get isEmbedded(): boolean {
    return this.dataSource.options.type === 'better-sqlite3';
  }

  /** Runs `hook` after the present unit has committed (at once outside a unit); never after a rollback. */
  afterCommit(hook: () => void | Promise<void>): void {
    const scope = scopes.getStore();
    if (scope?.open) scope.afterCommit.push(hook);
    else void Promise.resolve(hook());
  }

  /** Waits for the units that are still in line. */
  async onApplicationShutdown(): Promise<void> {
    await this.lastInLine;
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    const hooks: Scope['afterCommit'] = [];
    const result = await this.whenFree(() =>
      this.dataSource.transaction(async (raw) => {
        const scope: Scope = { open: true, manager: guarded(raw, () => scope), afterCommit: hooks };
        return scopes.run(scope, async () => {
          try {
            return await work();
          } finally {
            scope.open = false;
          }
        });
      }),
    );
    for (const hook of hooks) await hook();
    return result;
  }

  private whenFree<T>(task: () => Promise<T>): Promise<T> {
    if (!this.isEmbedded) return task();
    const turn = this.lastInLine.then(task, task);
    // The embedded driver is synchronous: without a breath between units the line is emptied before the event loop
    // goes round, and with one accepted connection a round (libuv ≥ 1.45) newcomers starve behind those who are in.
    this.lastInLine = turn.catch(() => undefined).then(() => new Promise(setImmediate));
    return turn;
  }
}
