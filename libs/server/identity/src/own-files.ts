import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { DomainError, FileStore, type StoredFile } from '@server/platform';
import { People } from './people.store';

/** Files somebody may put into a record: those that people of the same organisation have sent. */
@Injectable()
export class OwnFiles {
  constructor(
    private readonly files: FileStore,
    private readonly people: People,
  ) {}

  /** A file of the actor's organisation: a colleague may go on with what one has begun. Throws `file.not_found`. */
  async get(
    { organisationId }: Pick<Actor, 'organisationId'>,
    fileId: string,
  ): Promise<StoredFile> {
    const file = await this.files.get(fileId);
    const senders = await this.people.membershipsOf(file.uploadedBy);
    if (!senders.some((one) => one.organisationId === organisationId)) {
      throw new DomainError('file.not_found');
    }
    return file;
  }
}
