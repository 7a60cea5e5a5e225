import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import {
  canonicalBytes,
  keyId,
  taggedHashHex,
  type Encodable,
  type PayloadSignature,
  type PublicKey,
} from '@core/kernel';
import {
  inclusionSpans,
  isClearType,
  MAX_ENTRY_BYTES,
  NO_PREVIOUS,
  readRecord,
  tlogProof,
  type LedgerRecord,
  type Receipt,
} from '@core/ledger';
import { Ids, LegalClock, Randomness } from '@server/platform';
import { LedgerKeys } from './ledger-keys';
import { LedgerRows } from './ledger.store';

/** What a use case says of the command it accepted. */
export interface LedgerEntry {
  readonly type: string;
  /** The tender's id, `<tender>/bid/<bid>`, `<tender>/internal`, or `platform` (tp1 §2.2). */
  readonly scope: string;
  readonly by: Actor;
  /** Canonical: integers, no floats, ASCII keys, amounts as decimal yuan strings (tp1 §12). */
  readonly body: Readonly<Record<string, Encodable>>;
}

/** A record at its place in the log. */
export interface Sequenced {
  readonly index: number;
  /** Hexadecimal; what later records and keys refer to. */
  readonly leafHash: string;
  readonly record: LedgerRecord;
}

/** When and by which checkpoint the quorum first covered a record. */
export interface Cosigned {
  /** Size of that checkpoint. */
  readonly size: number;
  /** The record's time: seconds since 1970. */
  readonly time: number;
}

/** Room for what a record adds to its body. */
const ENVELOPE_BYTES = 1024;
const LONGEST_SCOPE = 120;

/** The tamper-evident log: every accepted command appends one record, in the command's own transaction. */
@Injectable()
export class Ledger {
  constructor(
    private readonly ids: Ids,
    private readonly clock: LegalClock,
    private readonly randomness: Randomness,
    private readonly rows: LedgerRows,
    private readonly keys: LedgerKeys,
  ) {}

  /**
   * Appends to the present unit and returns the record's id. Who acted goes in as a salted digest; clear records
   * say nothing of persons. Throws for a body that has no canonical form or does not fit an entry.
   */
  async append(entry: LedgerEntry): Promise<string> {
    const recordId = this.ids.next();
    const { type, scope } = entry;
    const body = isClearType(type) ? entry.body : { ...entry.body, ...this.actedBy(entry.by) };
    this.check(entry, body);
    await this.rows.addPending({ recordId, type, scope, at: this.clock.now() }, body);
    return recordId;
  }

  /** The record at its place in the log; null while it waits, or when its body was erased. */
  async sequenced(recordId: string): Promise<Sequenced | null> {
    const entry = await this.rows.entryOfRecord(recordId);
    if (!entry?.record) return null;
    return { index: entry.row.idx, leafHash: entry.row.leaf, record: entry.record };
  }

  /** When the quorum first covered the record; null while it has not. Gate records take effect with it. */
  async cosigned(recordId: string): Promise<Cosigned | null> {
    const entry = await this.rows.entryOfRecord(recordId);
    const checkpoint = entry && (await this.rows.firstCosignedOver(entry.row.idx));
    return checkpoint ? { size: checkpoint.size, time: checkpoint.quorumTime ?? 0 } : null;
  }

  /** What somebody takes home (tp1 §2.4); null until the quorum has cosigned. */
  async receipt(recordId: string): Promise<Receipt | null> {
    const entry = await this.rows.entryOfRecord(recordId);
    const checkpoint = entry && (await this.rows.firstCosignedOver(entry.row.idx));
    if (!checkpoint || !entry.record) return null;
    const index = entry.row.idx;
    const hashes = await this.rows.spanHashes(inclusionSpans(index, checkpoint.size));
    return {
      record: entry.record,
      salt: entry.row.salt,
      proof: tlogProof({ index, hashes, checkpoint: checkpoint.note }),
    };
  }

  /**
   * The number the next record of a scope will get; null while records of it wait for their place. Inside a unit,
   * and of use only to whoever has made sure that nobody else appends to the scope.
   */
  async nextNumber(scope: string): Promise<number | null> {
    if ((await this.rows.pendingOf(scope)) > 0) return null;
    return ((await this.rows.headOf(scope))?.n ?? -1) + 1;
  }

  /** Signs a payload as the platform: instant receipts, draw inputs. */
  platformSign(tag: string, payload: object): Promise<PayloadSignature> {
    return this.keys.sign(tag, payload);
  }

  /** The key that {@link platformSign} uses. */
  get platformKey(): PublicKey {
    return this.keys.platform;
  }

  private actedBy(by: Actor): { actedBy: string; actedBySalt: string } {
    const { personId, organisationId, role, from } = by;
    const salt = this.randomness.hex(16);
    const who = { salt, personId, organisationId, role, from };
    return { actedBy: taggedHashHex('sunlit/by', who), actedBySalt: salt };
  }

  /** A record that cannot be written must fail its command, not stop the sequencer. */
  private check({ type, scope }: LedgerEntry, body: Readonly<Record<string, Encodable>>): void {
    const size = canonicalBytes(body).length;
    if (isClearType(type) && size > MAX_ENTRY_BYTES - ENVELOPE_BYTES) {
      throw new RangeError(`${type}: ${size} bytes do not fit a clear entry`);
    }
    const sample = readRecord({
      v: 1,
      type,
      scope,
      n: 0,
      prev: NO_PREVIOUS,
      at: '2026-01-01T00:00:00Z',
      actor: keyId(''),
      body,
    });
    if (!sample.ok || scope.length > LONGEST_SCOPE) {
      throw new RangeError(`${type} in ${scope} is not a record`);
    }
  }
}
