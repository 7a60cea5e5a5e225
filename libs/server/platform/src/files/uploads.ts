import { Injectable } from '@nestjs/common';
import { readFile, rm, stat } from 'node:fs/promises';
import { Config } from '../config/config';
import { violates } from '../database/transient';
import { UnitOfWork } from '../database/unit-of-work';
import { DomainError } from '../domain-error';
import { FileStore, type StoredFile } from './file-store';
import { VirusScanner } from './virus-scanner';

interface UploadFacts {
  readonly size: number;
  readonly metadata?: Readonly<Record<string, string | null>>;
}

/** Who finishes an upload, and for which organisation. */
export interface Sender {
  readonly personId: string;
  readonly organisationId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Uploads that have arrived completely become files; the upload's id becomes the file's, so a repeat is harmless. */
@Injectable()
export class Uploads {
  constructor(
    private readonly config: Config,
    private readonly files: FileStore,
    private readonly unit: UnitOfWork,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * Registers a finished upload of its sender, for the organisation it was begun for. Refuses an upload that is not his or
   * was begun for another organisation (`file.not_found`), not complete
   * (`upload.incomplete` says how much is there), not what he believes he sent (`file.digest_mismatch`), or infected
   * (`file.infected`: its bytes are gone).
   */
  async finish(uploadId: string, sender: Sender, sha256?: string): Promise<StoredFile> {
    if (!UUID.test(uploadId)) throw new DomainError('file.not_found');
    const known = await this.files.find(uploadId);
    if (known) {
      const isOther =
        known.organisationId !== null && known.organisationId !== sender.organisationId;
      if (known.uploadedBy !== sender.personId || isOther) throw new DomainError('file.not_found');
      return known;
    }
    try {
      return await this.adopt(uploadId, sender, sha256);
    } catch (error) {
      if (!lostRace(error)) throw error;
      return this.wonByOther(uploadId);
    }
  }

  private async adopt(uploadId: string, sender: Sender, sha256?: string): Promise<StoredFile> {
    const path = this.config.path('uploads', uploadId);
    const facts = await this.facts(path);
    const { personId, organisationId } = sender;
    const { owner, organisation = organisationId } = facts?.metadata ?? {};
    if (!facts?.metadata || owner !== personId || organisation !== organisationId) {
      throw new DomainError('file.not_found');
    }
    const arrived = (await stat(path)).size;
    if (arrived !== facts.size) {
      throw new DomainError('upload.incomplete', { arrived, size: facts.size });
    }
    const scan = await this.scanner.scan(path);
    if (scan.state === 'infected') {
      await rm(path, { force: true });
      await rm(`${path}.json`, { force: true });
      throw new DomainError('file.infected', { finding: scan.finding ?? '' });
    }
    const file = await this.files.adopt(path, {
      id: uploadId,
      name: (facts.metadata.filename ?? 'file').slice(0, 255),
      media: (facts.metadata.filetype ?? 'application/octet-stream').slice(0, 120),
      uploadedBy: personId,
      organisationId,
      dataClass: 'internal',
      scan,
      ...(sha256 ? { expected: sha256 } : {}),
    });
    this.unit.afterCommit(() => rm(`${path}.json`, { force: true }));
    return file;
  }

  /** A parallel twin of this request moved the bytes and is about to commit its row. */
  private async wonByOther(uploadId: string): Promise<StoredFile> {
    for (let tries = 0; tries < 40; tries++) {
      const file = await this.files.find(uploadId);
      if (file) return file;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new DomainError('file.not_found');
  }

  private async facts(path: string): Promise<UploadFacts | null> {
    try {
      return JSON.parse(await readFile(`${path}.json`, 'utf8')) as UploadFacts;
    } catch {
      return null;
    }
  }
}

function lostRace(error: unknown): boolean {
  return (
    (error as { code?: string }).code === 'ENOENT' ||
    violates(error, 'PRIMARY', 'stored_file', ['id'])
  );
}
