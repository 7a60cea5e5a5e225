import { Injectable } from '@nestjs/common';
import { readFile, rm, stat } from 'node:fs/promises';
import { Config } from '../config/config';
import { DomainError } from '../domain-error';
import { FileStore, type StoredFile } from './file-store';

interface UploadFacts {
  readonly size: number;
  readonly metadata?: Readonly<Record<string, string | null>>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Uploads that have arrived completely become files; the upload's id becomes the file's, so a repeat is harmless. */
@Injectable()
export class Uploads {
  constructor(
    private readonly config: Config,
    private readonly files: FileStore,
  ) {}

  /**
   * Registers a finished upload of `personId`. Refuses an upload that is not his, not complete
   * (`upload.incomplete` says how much is there), or not what he believes he sent (`file.digest_mismatch`).
   */
  async finish(uploadId: string, personId: string, sha256?: string): Promise<StoredFile> {
    if (!UUID.test(uploadId)) throw new DomainError('file.not_found');
    const known = await this.files.find(uploadId);
    if (known) {
      if (known.uploadedBy !== personId) throw new DomainError('file.not_found');
      return known;
    }
    const path = this.config.path('uploads', uploadId);
    const facts = await this.facts(path);
    if (facts?.metadata?.owner !== personId) throw new DomainError('file.not_found');
    const arrived = (await stat(path)).size;
    if (arrived !== facts.size) {
      throw new DomainError('upload.incomplete', { arrived, size: facts.size });
    }
    const file = await this.files.adopt(path, {
      id: uploadId,
      name: (facts.metadata.filename ?? 'file').slice(0, 255),
      media: (facts.metadata.filetype ?? 'application/octet-stream').slice(0, 120),
      uploadedBy: personId,
      dataClass: 'internal',
      ...(sha256 ? { expected: sha256 } : {}),
    });
    await rm(`${path}.json`, { force: true });
    return file;
  }

  private async facts(path: string): Promise<UploadFacts | null> {
    try {
      return JSON.parse(await readFile(`${path}.json`, 'utf8')) as UploadFacts;
    } catch {
      return null;
    }
  }
}
