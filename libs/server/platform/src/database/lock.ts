import type { UnitOfWork } from './unit-of-work';

/**
 * Find options that lock the row until the unit ends. On SQLite row locks do not exist (and TypeORM throws):
 * there the turnstile of {@link UnitOfWork} already keeps everybody else out.
 */
export function forUpdate(unit: UnitOfWork): { lock?: { mode: 'pessimistic_write' } } {
  return unit.isEmbedded ? {} : { lock: { mode: 'pessimistic_write' } };
}
