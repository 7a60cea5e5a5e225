import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { SystemClock } from './clock/clock';
import { violates } from './database/transient';
import { UnitOfWork } from './database/unit-of-work';
import { DomainError } from './domain-error';
import { IdempotencyRow } from './platform.entity';

/** What a mutating request answered, as it will be answered again. */
export interface StoredAnswer {
  readonly status: number;
  readonly response: unknown;
}

/** Bytes of an answer that fit the column (64 KiB) with room to spare. */
const MOST_BYTES = 60_000;

/** A longer answer (a hall with very many events) is not kept: a repeat then gets the status alone, never the effect twice. */
function isKept(response: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(response ?? null)) <= MOST_BYTES;
}

/**
 * Runs a request once per (actor, Idempotency-Key). The key and the answer are rows of the request's own
 * transaction, so neither exists without the effect; a parallel twin waits for the first and gets its answer.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: SystemClock,
  ) {}

  /**
   * @param request what identifies the request (method, path, body): the same key with another request is
   *   refused with `idempotency.key_reused`.
   */
  async once(
    actor: string,
    key: string,
    request: string,
    work: () => Promise<StoredAnswer>,
  ): Promise<StoredAnswer> {
    const id = `${actor}:${key}`;
    const requestDigest = createHash('sha256').update(request).digest('hex');
    try {
      return await this.unit.run(async () => {
        const rows = this.unit.manager.getRepository(IdempotencyRow);
        await rows.insert({
          id,
          requestDigest,
          createdAt: this.clock.now(),
        });
        const answer = await work();
        const response = isKept(answer.response) ? answer.response : null;
        await rows.update({ id }, { status: answer.status, response: response as never });
        return answer;
      });
    } catch (error) {
      if (!violates(error, 'PRIMARY', 'idempotency', ['id'])) throw error;
      return this.unit.run(() => this.repeat(id, requestDigest));
    }
  }

  private async repeat(id: string, requestDigest: string): Promise<StoredAnswer> {
    const row = await this.unit.manager.getRepository(IdempotencyRow).findOneByOrFail({ id });
    if (row.requestDigest !== requestDigest) throw new DomainError('idempotency.key_reused');
    return { status: row.status ?? 200, response: row.response };
  }
}
