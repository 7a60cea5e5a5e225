import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { Between } from 'typeorm';
import {
  certificatesOf,
  digest,
  fromBase64,
  HOUR,
  MINUTE,
  SECOND,
  toBase64,
  utf8,
} from '@core/kernel';
import { parseNote } from '@core/ledger';
import {
  Background,
  Config,
  Leases,
  Logger,
  Randomness,
  Reads,
  SystemClock,
  UnitOfWork,
} from '@server/platform';
import { LedgerRows } from '../ledger.store';
import { LedgerTimestampRow } from './timestamp.entity';
import { timestampQuery, verifyTimestamp, type StampedTime } from './tsa-token';

const LEASE = 'ledger-timestamp';
const LOOK_EVERY_MS = 10 * MINUTE;
const PATIENCE_MS = 20 * SECOND;
const BEIJING = 8 * HOUR;
const NONCE_BYTES = 8;
/** An answer holds a signature and a few certificates; it must fit a text column in base64. */
const LONGEST_ANSWER = 40_000;
/** How far the authority's clock may be from ours before somebody must look. */
const MOST_SKEW = 5 * MINUTE;

/**
 * Once a day a checkpoint is stamped by a time-stamping authority (tp1 §2.4): the log then has a legal time even where
 * its witnesses are unknown to the court. Off while TSA_URL is empty.
 */
@Injectable()
export class Timestamps {
  constructor(
    private readonly config: Config,
    private readonly rows: LedgerRows,
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly leases: Leases,
    private readonly randomness: Randomness,
    private readonly clock: SystemClock,
    private readonly logger: Logger,
    background: Background,
  ) {
    if (config.settings.TSA_URL === '') return;
    background.add('timestamps', LOOK_EVERY_MS, async () => {
      if (await this.leases.hold(LEASE, LOOK_EVERY_MS)) await this.turn();
    });
  }

  /** Stamps the newest cosigned checkpoint when the present day has no time-stamp yet; null when it has. */
  async turn(): Promise<LedgerTimestampRow | null> {
    const now = this.clock.now();
    const day = new Date(now + BEIJING).toISOString().slice(0, 10);
    const checkpoint = await this.rows.latestCosigned();
    const note = checkpoint && parseNote(checkpoint.note);
    if (!note || (await this.of(day))) return null;
    const { token, stamped } = await this.stamp(note.text);
    if (Math.abs(stamped.at - now) > MOST_SKEW) {
      this.logger.error('the time-stamping authority has another time', {
        stamped: stamped.at,
        now,
      });
    }
    const row: LedgerTimestampRow = {
      day,
      size: checkpoint.size,
      text: note.text,
      token: toBase64(token),
      at: stamped.at,
      authority: stamped.authority.slice(0, 200),
    };
    await this.unit.run(() => this.unit.manager.getRepository(LedgerTimestampRow).insert(row));
    return row;
  }

  /** The time-stamp of a day, `YYYY-MM-DD`; null when there is none. */
  async of(day: string): Promise<LedgerTimestampRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(LedgerTimestampRow).findOneBy({ day });
  }

  /** The newest first. */
  async latest(limit = 400): Promise<LedgerTimestampRow[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(LedgerTimestampRow).find({ order: { day: 'DESC' }, take: limit });
  }

  /** The time-stamps over checkpoints whose size is above `from` and at most `to`. */
  async within(from: number, to: number): Promise<LedgerTimestampRow[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LedgerTimestampRow)
      .find({ where: { size: Between(from + 1, to) }, order: { size: 'ASC' } });
  }

  /** Checks a stored time-stamp anew; throws when it does not hold. */
  async check(row: LedgerTimestampRow): Promise<StampedTime> {
    const token = fromBase64(row.token);
    if (!token) throw new Error('the stored answer is damaged');
    return verifyTimestamp(token, utf8(row.text), this.authorities());
  }

  private async stamp(
    text: string,
  ): Promise<{ readonly token: Uint8Array; readonly stamped: StampedTime }> {
    const nonce = this.randomness.bytes(NONCE_BYTES);
    const bytes = utf8(text);
    const response = await fetch(this.config.settings.TSA_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Buffer.from(timestampQuery(digest(bytes), nonce)),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`the time-stamping authority answered ${response.status}`);
    const token = new Uint8Array(await response.arrayBuffer());
    if (token.length > LONGEST_ANSWER) throw new Error('the answer is too long');
    const authorities = this.authorities();
    const stamped = await verifyTimestamp(token, bytes, authorities, nonce);
    if (authorities.length > 0 && !stamped.trusted) {
      throw new Error('the time-stamp does not lead to an authority of TSA_CA');
    }
    return { token, stamped };
  }

  private authorities(): Uint8Array[] {
    const { TSA_CA } = this.config.settings;
    return TSA_CA === '' ? [] : certificatesOf(readFileSync(TSA_CA, 'utf8'));
  }
}
