import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A sheet experts were taken over from; the same file once. */
@Entity('expert_import')
@Index('uq_expert_import_file', ['sha256'], { unique: true })
export class ExpertImportRow {
  @Key() id!: string;
  @ShortText(64, 'internal') sha256!: string;
  @ShortText(255, 'internal') fileName!: string;
  @Whole() rows!: number;
  @Whole() taken!: number;
  @Ref() importedBy!: string;
  @Moment() importedAt!: Instant;
}
