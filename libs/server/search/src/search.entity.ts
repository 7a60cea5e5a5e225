import { Entity, Index } from 'typeorm';
import { LongText, Position, Ref } from '@server/platform';

/** What can be found of one tender; its tokens stand in the full-text index `search_index` under the same number. */
@Entity('search_doc')
@Index('uq_search_doc_tender', ['tenderId'], { unique: true })
export class SearchDocRow {
  /** Given when the tender is first published: the newest has the largest. */
  @Position() doc!: number;
  @Ref('public') tenderId!: string;
  /** What people read around what they found. */
  @LongText('public') text!: string;
}

export const SEARCH_ENTITIES = [SearchDocRow];
