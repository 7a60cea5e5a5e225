import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { DomainError, FileStore, type StoredFile } from '@server/platform';
import { People } from './people.store';

/** Whose files are meant. */
type Owner = Pick<Actor, 'organisationId'>;

/**
 * Files somebody may put into a record: those that were sent for the organisation he acts for. A colleague may go on with
 * what one has begun; what the same person sent for another organisation stays that one's.
 */
@Injectable()
export class OwnFiles {
  constructor(
    private readonly files: FileStore,
    private readonly people: People,
  ) {}

  /** A file of the actor's organisation. Throws `file.not_found`. */
  async get(owner: Owner, fileId: string): Promise<StoredFile> {
    const file = await this.find(owner, fileId);
    if (!file) throw new DomainError('file.not_found');
    return file;
  }

  /** The same, or null. */
  async find({ organisationId }: Owner, fileId: string): Promise<StoredFile | null> {
    const file = await this.files.find(fileId);
    if (!file) return null;
    if (file.organisationId !== null) return file.organisationId === organisationId ? file : null;
    // Files older than the question name their sender only.
    const senders = await this.people.membershipsOf(file.uploadedBy);
    return senders.some((one) => one.organisationId === organisationId) ? file : null;
  }
}
