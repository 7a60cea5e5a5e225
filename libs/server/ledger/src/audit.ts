import { Injectable } from '@nestjs/common';
import { equalBytes, fromHex, toHex } from '@core/kernel';
import { CompactRange, entryOf, leafHash } from '@core/ledger';
import { LedgerRows, type StoredEntry } from './ledger.store';
import { LedgerKeys } from './ledger-keys';

/** What a rebuild of the log found. */
export interface LedgerAudit {
  readonly ok: boolean;
  readonly size: number;
  /** Erased records cannot be compared; their entries still count. */
  readonly erased: number;
  readonly faults: readonly string[];
}

const PAGE = 500;
const MOST_FAULTS = 20;

/**
 * Rebuilds the log from its rows: every record against its entry, every entry against its leaf, the tree against
 * its right edge and against what was signed. One changed byte anywhere is found.
 */
@Injectable()
export class LedgerAuditor {
  constructor(
    private readonly rows: LedgerRows,
    private readonly keys: LedgerKeys,
  ) {}

  async run(): Promise<LedgerAudit> {
    const faults: string[] = [];
    const range = new CompactRange();
    // What was signed is read first and the tree second, so that a log that grows meanwhile is no fault.
    const signed = this.keys.lastSigned();
    const published = await this.rows.latestCheckpoint();
    const tree = await this.rows.tree();
    const size = tree?.size ?? 0;
    let erased = 0;
    const compare = (what: string, at: number, root: string): void => {
      if (range.size === at && toHex(range.root()) !== root) faults.push(`root ${what} ${at}`);
    };
    while (range.size < size && faults.length < MOST_FAULTS) {
      const page = await this.rows.entriesFrom(range.size, Math.min(PAGE, size - range.size));
      if (page.length === 0) break;
      for (const entry of await this.rows.withRecords(page)) {
        faults.push(...this.entryFaults(entry, range.size));
        if (entry.isErased) erased++;
        range.append(leafHash(new Uint8Array(entry.row.entry)));
        compare('signed', signed.size, signed.root);
        if (published) compare('published', published.size, published.root);
      }
    }
    const edge = new CompactRange(size, tree?.peaks.map(fromHex) ?? []);
    if (size !== range.size || !equalBytes(edge.root(), range.root())) faults.push('right edge');
    if (signed.size > size) faults.push(`signed ${signed.size}, stored ${size}`);
    return { ok: faults.length === 0, size: range.size, erased, faults };
  }

  private entryFaults({ row, record, isErased }: StoredEntry, index: number): string[] {
    const faults: string[] = [];
    const stored = new Uint8Array(row.entry);
    if (row.idx !== index) faults.push(`entry ${index} is missing`);
    if (toHex(leafHash(stored)) !== row.leaf) faults.push(`leaf ${row.idx}`);
    const isWhole = record ? this.isItsEntry(record, row.salt, stored) : isErased;
    if (!isWhole) faults.push(`record ${row.idx}`);
    return faults;
  }

  private isItsEntry(
    record: NonNullable<StoredEntry['record']>,
    salt: string | null,
    stored: Uint8Array,
  ): boolean {
    try {
      return equalBytes(entryOf(record, salt === null ? null : fromHex(salt)), stored);
    } catch {
      return false;
    }
  }
}
