import { Injectable } from '@nestjs/common';
import { concatBytes, fromHex, toBase64 } from '@core/kernel';
import { policyFile, type LogPolicy } from '@core/ledger';
import { Checkpoints } from './checkpoints';
import { LedgerRows } from './ledger.store';

/** Leaves or nodes of a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const MOST_ENTRIES = 1000;

/** The published side of the log: everything a mirror, monitor or citizen may ask for. */
@Injectable()
export class LedgerReads {
  constructor(
    private readonly rows: LedgerRows,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** `/checkpoint`: the newest note with a quorum, or the newest at all. Null before the first. */
  async checkpoint(): Promise<string | null> {
    const row = (await this.rows.latestCosigned()) ?? (await this.rows.latestCheckpoint());
    return row?.note ?? null;
  }

  /** How many entries the published checkpoint covers; nothing beyond is handed out. */
  async publishedSize(): Promise<number> {
    const row = (await this.rows.latestCosigned()) ?? (await this.rows.latestCheckpoint());
    return row?.size ?? 0;
  }

  /** Published entries in base64, from an index on. */
  async entries(from: number, limit = MOST_ENTRIES): Promise<string[]> {
    const size = await this.publishedSize();
    const count = Math.min(limit, MOST_ENTRIES, size - from);
    if (count <= 0) return [];
    const rows = await this.rows.entriesFrom(from, count);
    return rows.map((row) => toBase64(new Uint8Array(row.entry)));
  }

  /** The policy readers should know; null before the log has begun. */
  async policy(): Promise<LogPolicy | null> {
    const tree = await this.rows.tree();
    return tree ? this.checkpoints.policy(tree.origin) : null;
  }

  /** The tlog-policy file; null before the log has begun. */
  async policyFile(): Promise<string | null> {
    const policy = await this.policy();
    return policy && policyFile(policy);
  }

  /** `/tile/<level>/<index>[.p/<width>]`: node hashes. Null for what is not published (yet). */
  async tile(level: number, index: number, width = TILE_WIDTH): Promise<Uint8Array | null> {
    const span = 2 ** (8 * level);
    const first = index * TILE_WIDTH;
    const size = await this.publishedSize();
    if (width < 1 || width > TILE_WIDTH || (first + width) * span > size) return null;
    const spans = Array.from({ length: width }, (_, at) => ({
      from: (first + at) * span,
      to: (first + at + 1) * span,
    }));
    return concatBytes(...(await this.rows.spanHashes(spans)));
  }

  /** `/tile/entries/<index>[.p/<width>]`: entries, each behind its length in two bytes. */
  async entryTile(index: number, width = TILE_WIDTH): Promise<Uint8Array | null> {
    const first = index * TILE_WIDTH;
    const size = await this.publishedSize();
    if (width < 1 || width > TILE_WIDTH || first + width > size) return null;
    const rows = await this.rows.entriesFrom(first, width);
    const pieces = rows.flatMap((row) => {
      const entry = new Uint8Array(row.entry);
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry];
    });
    return concatBytes(...pieces);
  }

  /** The leaf hash at an index, for whoever compares. */
  async leaf(index: number): Promise<Uint8Array | null> {
    const [row] = await this.rows.entriesFrom(index, 1);
    return row?.idx === index ? fromHex(row.leaf) : null;
  }
}
