import { Injectable } from '@nestjs/common';
import { equalBytes, fromHex, toHex } from '@core/kernel';
import {
  CompactRange,
  entryOf,
  isClearType,
  leafHash,
  NO_PREVIOUS,
  parseCheckpoint,
  verifyCheckpoint,
  type CompletedNode,
  type LogPolicy,
} from '@core/ledger';
import { SystemClock } from '@server/platform';
import { Checkpoints } from '../checkpoints';
import type { LedgerCheckpointRow, LedgerEntryRow } from '../ledger.entity';
import { LedgerKeys } from '../ledger-keys';
import { nativeVerify } from './native-verify';
import { LedgerRows, type StoredEntry } from '../ledger.store';
import type { LedgerTimestampRow } from '../timestamps/timestamp.entity';
import { Timestamps } from '../timestamps/timestamps';

/** What can be wrong with a stored log, by name. */
export const AUDIT_FAULTS = [
  'entry_missing',
  'leaf_false',
  'record_false',
  'record_missing',
  'erasure_unrecorded',
  'chain_broken',
  'time_runs_back',
  'node_false',
  'checkpoint_root',
  'checkpoint_signature',
  'checkpoint_quorum',
  'checkpoint_beyond',
  'signed_root',
  'signed_beyond',
  'right_edge',
  'timestamp_root',
  'timestamp_false',
] as const;
export type AuditFaultCode = (typeof AUDIT_FAULTS)[number];

/** One thing that does not hold, and where: an index of the log, or a size of the tree. */
export interface AuditFault {
  readonly code: AuditFaultCode;
  readonly at: number;
  /** Scope of a broken chain, level of a false node. */
  readonly detail?: string;
}

/** What a rebuild of the log found. */
export interface LedgerAudit {
  readonly ok: boolean;
  readonly size: number;
  readonly scopes: number;
  readonly checkpoints: number;
  /** Checkpoints that never reached their quorum: told, not refused (tp1 §2.4). */
  readonly withoutQuorum: number;
  /** Erased records cannot be compared; their entries still count, and each erasure is a record itself. */
  readonly erased: number;
  /** Days stamped by a time-stamping authority. */
  readonly timestamps: number;
  /** The log belongs to a demo, whose witnesses protect against nobody. */
  readonly demo: boolean;
  readonly tookMs: number;
  readonly faults: readonly AuditFault[];
}

/** How much to look at. */
export interface AuditScope {
  /** Signatures of checkpoints below this size were checked by an earlier audit; roots are compared all the same. */
  readonly signaturesFrom?: number;
  /** Told after every page, with how many entries were read: whoever holds a lease renews it. */
  readonly progress?: (entries: number) => Promise<unknown>;
}

const PAGE = 500;
const MOST_FAULTS = 20;

/** Type of the record that says which sealed record was erased: `{index, leaf, reason}`, scope `platform`. */
export const ERASED_TYPE = 'record.erased';

/** What the log key remembers, outside the database. */
interface Signed {
  readonly size: number;
  readonly root: string;
}

/** State of one rebuild. */
class Rebuild {
  readonly range = new CompactRange();
  readonly faults: AuditFault[] = [];
  readonly heads = new Map<string, { n: number; leaf: string }>();
  readonly erased = new Set<number>();
  readonly erasures = new Set<number>();
  lastAt = 0;
  checkpoints = 0;
  withoutQuorum = 0;
  timestamps = 0;

  find(code: AuditFaultCode, at: number, detail?: string): void {
    this.faults.push({ code, at, ...(detail === undefined ? {} : { detail }) });
  }

  get isFull(): boolean {
    return this.faults.length >= MOST_FAULTS;
  }
}

/**
 * Rebuilds the log from its rows (tp1 §2.1, §2.5): every record against its entry, every entry against its leaf and
 * its place in its scope, every complete subtree, every checkpoint with its signatures, the right edge, and what the
 * log key remembers outside the database. Reads page by page; one changed byte anywhere is found and named.
 */
@Injectable()
export class LedgerAuditor {
  constructor(
    private readonly rows: LedgerRows,
    private readonly keys: LedgerKeys,
    private readonly checkpoints: Checkpoints,
    private readonly timestamps: Timestamps,
    private readonly clock: SystemClock,
  ) {}

  async run(scope: AuditScope = {}): Promise<LedgerAudit> {
    const begun = this.clock.now();
    const built = new Rebuild();
    // What was signed is read first and the tree second, so that a log that grows meanwhile is no fault.
    const signed = await this.keys.log.lastSigned();
    const latest = await this.rows.latestCheckpoint();
    const tree = await this.rows.tree();
    const size = tree?.size ?? 0;
    const policy = tree ? await this.checkpoints.policy(tree.origin) : null;
    await this.rebuild(built, size, signed, policy, scope);
    if (signed.size > size) built.find('signed_beyond', signed.size);
    if (latest && latest.size > size) built.find('checkpoint_beyond', latest.size);
    const edge = new CompactRange(size, tree?.peaks.map(fromHex) ?? []);
    const isEdge = size === built.range.size && equalBytes(edge.root(), built.range.root());
    if (!isEdge && !built.isFull) built.find('right_edge', size);
    await this.checkErasures(built, size);
    return {
      ok: built.faults.length === 0,
      size: built.range.size,
      scopes: built.heads.size,
      checkpoints: built.checkpoints,
      withoutQuorum: built.withoutQuorum,
      erased: built.erased.size,
      timestamps: built.timestamps,
      demo: policy?.demo ?? false,
      tookMs: this.clock.now() - begun,
      faults: built.faults.slice(0, MOST_FAULTS),
    };
  }

  private async rebuild(
    built: Rebuild,
    size: number,
    signed: Signed,
    policy: LogPolicy | null,
    { signaturesFrom = 0, progress }: AuditScope,
  ): Promise<void> {
    while (built.range.size < size && !built.isFull) {
      const from = built.range.size;
      const page = await this.rows.entriesFrom(from, Math.min(PAGE, size - from));
      const isWhole = await this.page(built, page, from, signed);
      const cut = await this.rows.checkpointsWithin(from, built.range.size);
      this.checkSignatures(built, cut, policy, signaturesFrom);
      await progress?.(built.range.size);
      if (!isWhole) return;
    }
  }

  /** Takes a page of entries. False when one is missing: nothing after it has a place. */
  private async page(
    built: Rebuild,
    page: readonly LedgerEntryRow[],
    from: number,
    signed: Signed,
  ): Promise<boolean> {
    const cut = await this.rows.checkpointsWithin(from, from + page.length);
    const roots = new Map(cut.map(({ size, root }) => [size, root]));
    const stamped = await this.timestamps.within(from, from + page.length);
    const completed: CompletedNode[] = [];
    for (const entry of await this.rows.withRecords(page)) {
      const index = built.range.size;
      if (entry.row.idx !== index) {
        built.find('entry_missing', index);
        return false;
      }
      this.entry(built, entry);
      completed.push(...built.range.append(leafHash(new Uint8Array(entry.row.entry))));
      const at = built.range.size;
      const published = roots.get(at);
      if (published !== undefined && published !== toHex(built.range.root())) {
        built.find('checkpoint_root', at);
      }
      for (const row of stamped.filter(({ size }) => size === at)) {
        await this.timestamp(built, row);
      }
      if (signed.size === at && signed.root !== toHex(built.range.root())) {
        built.find('signed_root', at);
      }
    }
    await this.nodes(built, completed);
    if (page.length === 0) built.find('entry_missing', from);
    return page.length > 0;
  }

  private entry(built: Rebuild, { row, record, isErased }: StoredEntry): void {
    const { idx, scope, n, prev, leaf, salt, type } = row;
    const stored = new Uint8Array(row.entry);
    if (toHex(leafHash(stored)) !== leaf) built.find('leaf_false', idx);
    const head = built.heads.get(scope) ?? { n: -1, leaf: NO_PREVIOUS };
    if (n !== head.n + 1 || prev !== head.leaf) built.find('chain_broken', idx, scope);
    built.heads.set(scope, { n, leaf });
    if (row.at < built.lastAt) built.find('time_runs_back', idx);
    built.lastAt = row.at;
    // Erasing takes record and salt; a record that is gone while its salt is there was taken by somebody else.
    if (isErased && salt === null && !isClearType(type)) built.erased.add(idx);
    else if (isErased) built.find('record_missing', idx);
    else if (!record || !isItsEntry(record, salt, stored)) built.find('record_false', idx);
    else if (type === ERASED_TYPE) built.erasures.add(Number(record.body.index));
  }

  /** A day's time-stamp: over the checkpoint of this very tree, and an authority's. */
  private async timestamp(built: Rebuild, row: LedgerTimestampRow): Promise<void> {
    built.timestamps++;
    const stamped = parseCheckpoint(row.text);
    const isThisTree = stamped?.size === row.size && equalBytes(stamped.root, built.range.root());
    if (!isThisTree) built.find('timestamp_root', row.size, row.day);
    await this.timestamps.check(row).catch(() => {
      built.find('timestamp_false', row.size, row.day);
    });
  }

  /** The stored subtrees that became complete on a page, from which every proof is made. */
  private async nodes(built: Rebuild, completed: readonly CompletedNode[]): Promise<void> {
    const inner = completed.filter(({ level }) => level > 0);
    const known = await this.rows.nodeHashes(inner);
    for (const { level, index, hash } of inner) {
      if (known.get(`${level}/${index}`) !== toHex(hash)) {
        built.find('node_false', index, String(level));
      }
    }
  }

  private checkSignatures(
    built: Rebuild,
    cut: readonly LedgerCheckpointRow[],
    policy: LogPolicy | null,
    from: number,
  ): void {
    built.checkpoints += cut.length;
    for (const { size, root, note, quorumTime } of cut) {
      if (quorumTime === null) built.withoutQuorum++;
      if (size < from || !policy) continue;
      const verified = verifyCheckpoint(note, policy, nativeVerify);
      const isItsNote =
        verified.ok && verified.value.size === size && toHex(verified.value.root) === root;
      if (!isItsNote) built.find('checkpoint_signature', size);
      else if (quorumTime !== null && verified.value.quorumTime !== quorumTime) {
        built.find('checkpoint_quorum', size);
      }
    }
  }

  /** An erasure is a record; one that was written after this audit began counts too. */
  private async checkErasures(built: Rebuild, size: number): Promise<void> {
    const missing = [...built.erased].filter((index) => !built.erasures.has(index));
    if (missing.length === 0) return;
    const late = new Set(await this.rows.erasuresFrom(size, ERASED_TYPE));
    for (const index of missing) {
      if (!late.has(index) && !built.isFull) built.find('erasure_unrecorded', index);
    }
  }
}

function isItsEntry(
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
