import { Injectable } from '@nestjs/common';
import { Between, In, LessThan, MoreThan, MoreThanOrEqual, Not, IsNull } from 'typeorm';
import {
  canonicalize,
  fromHex,
  isObject,
  parseCanonical,
  protocolTime,
  type CanonicalObject,
} from '@core/kernel';
import { foldNodes, nodesOf, type LedgerRecord, type Span, type TreeNode } from '@core/ledger';
import { forUpdate, Reads, UnitOfWork, violates } from '@server/platform';
import {
  LedgerBodyRow,
  LedgerCheckpointRow,
  LedgerEntryRow,
  LedgerNodeRow,
  LedgerPendingRow,
  LedgerTreeRow,
} from './ledger.entity';

/** UTF-8 needs at most four bytes a character, and a text column holds 65 535 bytes. */
const PART_CHARACTERS = 16_000;
const TREE = 'log';
const CHUNK = 200;

/** An entry with its record, as far as it has not been erased. */
export interface StoredEntry {
  readonly row: LedgerEntryRow;
  readonly record: LedgerRecord | null;
  /** The body is gone altogether; one that is there but unreadable was tampered with. */
  readonly isErased: boolean;
}

function chunks<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < items.length; at += CHUNK) pieces.push(items.slice(at, at + CHUNK));
  return pieces;
}

function nodeId({ level, index }: TreeNode): string {
  return `${level}/${index}`;
}

/** Rows of the log. Whoever appends holds the lock of {@link lockTree}. */
@Injectable()
export class LedgerRows {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async addPending(row: Omit<LedgerPendingRow, 'seq'>, body: object): Promise<void> {
    await this.unit.manager.getRepository(LedgerPendingRow).insert(row);
    const { recordId } = row;
    const text = canonicalize(body);
    for (let part = 0; part * PART_CHARACTERS < text.length; part++) {
      const piece = text.slice(part * PART_CHARACTERS, (part + 1) * PART_CHARACTERS);
      await this.unit.manager
        .getRepository(LedgerBodyRow)
        .insert({ id: `${recordId}:${part}`, recordId, part, text: piece });
    }
  }

  /** The tree's row, locked; made at the first use. */
  async lockTree(origin: string): Promise<LedgerTreeRow> {
    const trees = this.unit.manager.getRepository(LedgerTreeRow);
    const known = await trees.findOne({ where: { id: TREE }, ...forUpdate(this.unit) });
    if (known) return known;
    const fresh = { id: TREE, origin, size: 0, peaks: [], lastAt: 0 };
    try {
      await trees.insert(fresh);
      return fresh;
    } catch (error) {
      if (!violates(error, 'PRIMARY', 'ledger_tree', ['id'])) throw error;
      return trees.findOneOrFail({ where: { id: TREE }, ...forUpdate(this.unit) });
    }
  }

  async tree(): Promise<LedgerTreeRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(LedgerTreeRow).findOneBy({ id: TREE });
  }

  /** Moves the right edge on; fails the unit when somebody else has moved it. */
  async moveTree(from: number, next: Omit<LedgerTreeRow, 'id' | 'origin'>): Promise<void> {
    const moved = await this.unit.manager
      .getRepository(LedgerTreeRow)
      .update({ id: TREE, size: from }, next);
    if (moved.affected !== 1) throw new Error('the tree was moved by another sequencer');
  }

  async takePending(limit: number): Promise<LedgerPendingRow[]> {
    return this.unit.manager
      .getRepository(LedgerPendingRow)
      .find({ order: { seq: 'ASC' }, take: limit });
  }

  /** How many records of a scope wait for their place. */
  async pendingOf(scope: string): Promise<number> {
    return this.unit.manager.getRepository(LedgerPendingRow).countBy({ scope });
  }

  async dropPending(rows: readonly LedgerPendingRow[]): Promise<void> {
    if (rows.length === 0) return;
    const seqs = rows.map((row) => row.seq);
    await this.unit.manager.getRepository(LedgerPendingRow).delete({ seq: In(seqs) });
  }

  /** The last record of a scope. */
  async headOf(scope: string): Promise<LedgerEntryRow | null> {
    return this.unit.manager
      .getRepository(LedgerEntryRow)
      .findOne({ where: { scope }, order: { n: 'DESC' } });
  }

  async addEntries(rows: readonly LedgerEntryRow[]): Promise<void> {
    for (const chunk of chunks(rows)) {
      await this.unit.manager.getRepository(LedgerEntryRow).insert(chunk);
    }
  }

  async addNodes(nodes: readonly (TreeNode & { readonly hash: string })[]): Promise<void> {
    const rows = nodes.map((node) => ({ id: nodeId(node), hash: node.hash }));
    for (const chunk of chunks(rows)) {
      await this.unit.manager.getRepository(LedgerNodeRow).insert(chunk);
    }
  }

  /** Bodies by record; null for one that cannot be read. */
  async bodiesOf(recordIds: readonly string[]): Promise<Map<string, CanonicalObject | null>> {
    const manager = await this.reads.manager();
    const texts = new Map<string, string>();
    for (const chunk of chunks(recordIds)) {
      const rows = await manager
        .getRepository(LedgerBodyRow)
        .find({ where: { recordId: In(chunk) }, order: { recordId: 'ASC', part: 'ASC' } });
      for (const { recordId, text } of rows) {
        texts.set(recordId, (texts.get(recordId) ?? '') + text);
      }
    }
    const bodies = new Map<string, CanonicalObject | null>();
    for (const [recordId, text] of texts) {
      const parsed = parseCanonical(text);
      bodies.set(recordId, parsed.ok && isObject(parsed.value) ? parsed.value : null);
    }
    return bodies;
  }

  async entryOfRecord(recordId: string): Promise<StoredEntry | null> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(LedgerEntryRow).findOneBy({ recordId });
    const [entry] = row ? await this.withRecords([row]) : [];
    return entry ?? null;
  }

  /** Entries of the log from an index on. */
  async entriesFrom(from: number, limit: number): Promise<LedgerEntryRow[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LedgerEntryRow)
      .find({ where: { idx: MoreThanOrEqual(from) }, order: { idx: 'ASC' }, take: limit });
  }

  /** Entries of a scope and of those below it (`<scope>/…`). */
  async entriesOfScope(scope: string, below: number): Promise<StoredEntry[]> {
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(LedgerEntryRow)
      .createQueryBuilder('e')
      .where('e.idx < :below', { below })
      .andWhere('(e.scope = :scope OR (e.scope > :first AND e.scope < :last))', {
        scope,
        first: `${scope}/`,
        last: `${scope}0`,
      })
      .orderBy('e.idx', 'ASC')
      .getMany();
    return this.withRecords(rows);
  }

  /** Entries of some types in a scope, of a stretch of the log, in its order. */
  async entriesOfTypes(
    scope: string,
    types: readonly string[],
    { from, below }: { readonly from: number; readonly below: number },
  ): Promise<StoredEntry[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(LedgerEntryRow).find({
      where: { scope, type: In([...types]), idx: Between(from, below - 1) },
      order: { idx: 'ASC' },
    });
    return this.withRecords(rows);
  }

  /** The newest entries of some types in a scope, below an index. */
  async newestOf(
    scope: string,
    types: readonly string[],
    before: number | null,
    limit: number,
  ): Promise<StoredEntry[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(LedgerEntryRow).find({
      where: {
        scope,
        type: In([...types]),
        ...(before === null ? {} : { idx: LessThan(before) }),
      },
      order: { idx: 'DESC' },
      take: limit,
    });
    return this.withRecords(rows);
  }

  async withRecords(rows: readonly LedgerEntryRow[]): Promise<StoredEntry[]> {
    const bodies = await this.bodiesOf(rows.map((row) => row.recordId));
    return rows.map((row) => {
      const body = bodies.get(row.recordId);
      return {
        row,
        record: body ? recordOf(row, body) : null,
        isErased: !bodies.has(row.recordId),
      };
    });
  }

  /** Hashes of the given subtrees: each is folded from the complete ones that are stored. */
  async spanHashes(spans: readonly Span[]): Promise<Uint8Array[]> {
    const manager = await this.reads.manager();
    const nodes = spans.map(nodesOf);
    const wanted = nodes.flat();
    const known = new Map<string, Uint8Array>();
    for (const chunk of chunks(wanted.filter((node) => node.level === 0))) {
      const rows = await manager.getRepository(LedgerEntryRow).find({
        where: { idx: In(chunk.map((node) => node.index)) },
        select: { idx: true, leaf: true },
      });
      for (const { idx, leaf } of rows) known.set(`0/${idx}`, fromHex(leaf));
    }
    for (const chunk of chunks(wanted.filter((node) => node.level > 0))) {
      const rows = await manager.getRepository(LedgerNodeRow).findBy({ id: In(chunk.map(nodeId)) });
      for (const { id, hash } of rows) known.set(id, fromHex(hash));
    }
    return nodes.map((parts) =>
      foldNodes(
        parts.map((node) => {
          const hash = known.get(nodeId(node));
          if (!hash) throw new Error(`ledger node ${nodeId(node)} is missing`);
          return hash;
        }),
      ),
    );
  }

  async addCheckpoint(row: LedgerCheckpointRow): Promise<void> {
    const checkpoints = this.unit.manager.getRepository(LedgerCheckpointRow);
    const { size, ...rest } = row;
    const known = await checkpoints.update({ size }, rest);
    if (known.affected === 0) await checkpoints.insert(row);
  }

  /** The checkpoints whose size is above `from` and at most `to`, in order. */
  async checkpointsWithin(from: number, to: number): Promise<LedgerCheckpointRow[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LedgerCheckpointRow)
      .find({ where: { size: Between(from + 1, to) }, order: { size: 'ASC' } });
  }

  /** Stored hashes of these subtrees, by `<level>/<index>`. */
  async nodeHashes(nodes: readonly TreeNode[]): Promise<Map<string, string>> {
    const manager = await this.reads.manager();
    const hashes = new Map<string, string>();
    for (const chunk of chunks(nodes.map(nodeId))) {
      const rows = await manager.getRepository(LedgerNodeRow).findBy({ id: In(chunk) });
      for (const { id, hash } of rows) hashes.set(id, hash);
    }
    return hashes;
  }

  /** Indices named by records of this type that wait for their place, or have one from `from` on. */
  async erasuresFrom(from: number, type: string): Promise<number[]> {
    const manager = await this.reads.manager();
    const pending = await manager.getRepository(LedgerPendingRow).findBy({ type });
    const placed = await manager
      .getRepository(LedgerEntryRow)
      .findBy({ type, idx: MoreThanOrEqual(from) });
    const bodies = await this.bodiesOf([...pending, ...placed].map(({ recordId }) => recordId));
    return [...bodies.values()].map((body) => Number(body?.index));
  }

  /** Takes body and salt of a sealed record away; false when they are gone already. In the present unit. */
  async erase(row: LedgerEntryRow): Promise<boolean> {
    const unsalted = await this.unit.manager
      .getRepository(LedgerEntryRow)
      .update({ idx: row.idx, salt: Not(IsNull()) }, { salt: null });
    if (unsalted.affected !== 1) return false;
    await this.unit.manager.getRepository(LedgerBodyRow).delete({ recordId: row.recordId });
    return true;
  }

  async latestCheckpoint(): Promise<LedgerCheckpointRow | null> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LedgerCheckpointRow)
      .findOne({ where: {}, order: { size: 'DESC' } });
  }

  /** The largest checkpoint with a quorum, of at most `size` entries. */
  async latestCosigned(size = Number.MAX_SAFE_INTEGER): Promise<LedgerCheckpointRow | null> {
    const manager = await this.reads.manager();
    const below = Math.min(size, 2 ** 31 - 2) + 1;
    return manager.getRepository(LedgerCheckpointRow).findOne({
      where: { quorumTime: Not(IsNull()), size: LessThan(below) },
      order: { size: 'DESC' },
    });
  }

  /** The first checkpoint with a quorum that covers an index (tp1 §2.4). */
  async firstCosignedOver(index: number): Promise<LedgerCheckpointRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(LedgerCheckpointRow).findOne({
      where: { quorumTime: Not(IsNull()), size: MoreThan(index) },
      order: { size: 'ASC' },
    });
  }
}

/** The record of an entry's row and its body. */
export function recordOf(row: LedgerEntryRow, body: CanonicalObject): LedgerRecord {
  const { type, scope, n, prev, at, actor } = row;
  return { v: 1, type, scope, n, prev, at: protocolTime(at), actor, body };
}
