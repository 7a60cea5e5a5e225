import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { narrowTenders, TenderRow, type TenderFilter } from '@server/tender';
import { Counters, Reads, UnitOfWork } from '@server/platform';
import { SearchDocRow } from './search.entity';
import { booleanMatch, embeddedMatch, tokensOf, type Sought } from './tokens';

/** Between which numbers of the index is looked, both left out. */
export interface Range {
  readonly below?: number | undefined;
  readonly above?: number | undefined;
}

/** What was found: the number in the index, and the tender. */
export interface Found {
  readonly doc: number;
  readonly tenderId: string;
}

/**
 * The full-text index: FTS5 on SQLite, FULLTEXT of InnoDB on MariaDB and MySQL. Both hold the same tokens and answer
 * phrases, so that what is found is the same.
 */
@Injectable()
export class SearchIndex {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly counters: Counters,
  ) {}

  /** Stores what can be found of a tender, in the place of what could before. `extra` is found but never shown. */
  async put(tenderId: string, text: string, extra: string): Promise<void> {
    const docs = this.unit.manager.getRepository(SearchDocRow);
    const known = await docs.findOneBy({ tenderId });
    const doc = known?.doc ?? (await this.counters.next('search_doc'));
    if (known) await docs.update({ doc }, { text });
    else await docs.insert({ doc, tenderId, text });
    const tokens = tokensOf(`${text} ${extra}`);
    const [key, held] = this.unit.isEmbedded ? ['rowid', 'tokens'] : ['doc', 'tokens'];
    await this.unit.manager.query(`DELETE FROM search_index WHERE ${key} = ?`, [doc]);
    await this.unit.manager.query(`INSERT INTO search_index (${key}, ${held}) VALUES (?, ?)`, [
      doc,
      tokens,
    ]);
  }

  /** The newest tenders that hold every word and pass the filter, within a range. */
  async find(
    sought: readonly Sought[],
    filter: TenderFilter,
    { below, above }: Range,
    limit: number,
  ): Promise<Found[]> {
    const { isEmbedded } = this.unit;
    const key = isEmbedded ? 'i.rowid' : 'i.doc';
    const query = (await this.reads.manager())
      .createQueryBuilder()
      .select('d.doc', 'doc')
      .addSelect('d.tenderId', 'tenderId')
      .from('search_index', 'i')
      .innerJoin(SearchDocRow, 'd', `d.doc = ${key}`)
      .innerJoin(TenderRow, 't', 't.id = d.tenderId')
      .where(
        isEmbedded
          ? 'i.search_index MATCH :match'
          : 'MATCH (i.tokens) AGAINST (:match IN BOOLEAN MODE)',
        { match: isEmbedded ? embeddedMatch(sought) : booleanMatch(sought) },
      )
      .andWhere('t.publishedAt IS NOT NULL')
      .orderBy(isEmbedded ? 'i.rowid' : 'd.doc', 'DESC')
      .limit(limit);
    if (below !== undefined) query.andWhere(`${key} < :below`, { below });
    if (above !== undefined) query.andWhere(`${key} > :above`, { above });
    narrowTenders(query, filter, isEmbedded);
    const rows = await query.getRawMany<{ doc: number | string; tenderId: string }>();
    return rows.map(({ doc, tenderId }) => ({ doc: Number(doc), tenderId }));
  }

  /** The largest number there is; 0 while nothing is indexed. */
  async newest(): Promise<number> {
    const [last] = await (
      await this.reads.manager()
    )
      .getRepository(SearchDocRow)
      .find({ select: { doc: true }, order: { doc: 'DESC' }, take: 1 });
    return last?.doc ?? 0;
  }

  /** Tenders above a number, up to another, that pass the filters, the newest first; without words. */
  async newerThan(doc: number, upTo: number, filter: TenderFilter): Promise<Found[]> {
    const query = (await this.reads.manager())
      .getRepository(SearchDocRow)
      .createQueryBuilder('d')
      .select('d.doc', 'doc')
      .addSelect('d.tenderId', 'tenderId')
      .innerJoin(TenderRow, 't', 't.id = d.tenderId')
      .where('d.doc > :doc AND d.doc <= :upTo', { doc, upTo })
      .orderBy('d.doc', 'DESC')
      .limit(filter.limit);
    narrowTenders(query, filter, this.unit.isEmbedded);
    const rows = await query.getRawMany<{ doc: number | string; tenderId: string }>();
    return rows.map((row) => ({ doc: Number(row.doc), tenderId: row.tenderId }));
  }

  /** The texts of these tenders, by tender. */
  async texts(tenderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (tenderIds.length === 0) return new Map();
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(SearchDocRow)
      .findBy({ tenderId: In([...tenderIds]) });
    return new Map(rows.map((row) => [row.tenderId, row.text]));
  }

  /** Published tenders the index does not know, the oldest first. */
  async missing(limit: number): Promise<string[]> {
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(TenderRow)
      .createQueryBuilder('t')
      .select('t.id', 'id')
      .leftJoin(SearchDocRow, 'd', 'd.tenderId = t.id')
      .where('t.publishedAt IS NOT NULL AND d.doc IS NULL')
      .orderBy('t.publishedAt', 'ASC')
      .addOrderBy('t.id', 'ASC')
      .limit(limit)
      .getRawMany<{ id: string }>();
    return rows.map((row) => row.id);
  }
}
