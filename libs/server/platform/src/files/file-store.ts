import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Arrival } from '../clock/clock';
import { Config } from '../config/config';
import type { DataClass } from '../database/columns';
import { Reads } from '../database/reads';
import { UnitOfWork } from '../database/unit-of-work';
import { DomainError } from '../domain-error';
import { Ids } from '../ids';
import { StoredFileRow } from '../platform.entity';
import type { Scan, ScanState } from './virus-scanner';

/** A stored file, as use cases see it. */
export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly media: string;
  readonly uploadedBy: string;
  /** For which organisation it was sent; null: made here, or older than the question. */
  readonly organisationId: string | null;
  readonly dataClass: DataClass;
  /** What a virus scanner said of it; null: made here, or older than the question. */
  readonly scan: ScanState | null;
}

/** What is said about a file when it is registered. */
export interface FileFacts {
  /** The id to give it; a new one without it. */
  readonly id?: string;
  /** The digest it must have; anything else is refused with `file.digest_mismatch`. */
  readonly expected?: string;
  readonly name: string;
  readonly media: string;
  readonly uploadedBy: string;
  /** For which organisation it was sent; not said: none. */
  readonly organisationId?: string;
  readonly dataClass: DataClass;
  readonly scan?: Scan;
}

/**
 * Content-addressed files below DATA_DIR/files: equal bytes are kept once, a file never changes, and it is on
 * disk (fsync) before a row names it. Whether somebody may read a file is the asking capability's decision.
 */
@Injectable()
export class FileStore {
  constructor(
    private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
    private readonly arrival: Arrival,
  ) {}

  /**
   * Takes over a finished upload (linked, not copied) and registers it. The upload itself goes only when the row
   * is committed: until then a crash or a rollback loses nothing.
   */
  async adopt(path: string, facts: FileFacts): Promise<StoredFile> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    const sha256 = hash.digest('hex');
    if (facts.expected !== undefined && facts.expected !== sha256) {
      throw new DomainError('file.digest_mismatch', { sha256 });
    }
    const { size } = await stat(path);
    await this.place(path, sha256);
    const file = await this.register(sha256, size, facts);
    this.unit.afterCommit(() => rm(path, { force: true }));
    return file;
  }

  /** Stores bytes made here (PDFs, receipts). */
  async put(bytes: Uint8Array, facts: FileFacts): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const temporary = this.config.path('uploads', `${this.ids.next()}.part`);
    await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
    const handle = await open(temporary, 'wx', 0o600);
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await this.place(temporary, sha256);
    await rm(temporary, { force: true });
    return this.register(sha256, bytes.byteLength, facts);
  }

  /** The file with this id; throws `file.not_found`. */
  async get(id: string): Promise<StoredFile> {
    const row = await this.find(id);
    if (!row) throw new DomainError('file.not_found');
    return row;
  }

  /** The file with this id, or null. */
  async find(id: string): Promise<StoredFile | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(StoredFileRow).findOneBy({ id });
  }

  /** Bytes `from` to `to` inclusive (the whole file without them). */
  stream(file: Pick<StoredFile, 'sha256'>, from = 0, to?: number): Readable {
    return createReadStream(this.pathOf(file.sha256), {
      start: from,
      ...(to === undefined ? {} : { end: to }),
    });
  }

  /** All bytes of a small file. */
  async bytes(file: Pick<StoredFile, 'sha256'>): Promise<Uint8Array> {
    const handle = await open(this.pathOf(file.sha256));
    try {
      return new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  }

  private async place(from: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const handle = await open(from, 'r+');
    await handle.sync();
    await handle.close();
    try {
      await link(from, target);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }

  private async register(sha256: string, size: number, facts: FileFacts): Promise<StoredFile> {
    const { name, media, uploadedBy, dataClass } = facts;
    const row = {
      id: facts.id ?? this.ids.next(),
      sha256,
      size,
      createdAt: this.arrival.at(),
      name,
      media,
      uploadedBy,
      organisationId: facts.organisationId ?? null,
      dataClass,
      scan: facts.scan?.state ?? null,
      scanFinding: facts.scan?.finding ?? null,
    };
    await this.unit.run(() => this.unit.manager.getRepository(StoredFileRow).insert(row));
    return row;
  }

  private pathOf(sha256: string): string {
    return this.config.path('files', sha256.slice(0, 2), sha256);
  }
}
