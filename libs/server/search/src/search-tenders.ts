import { Injectable } from '@nestjs/common';
import { Tenders, type Page, type TenderFilter, type TenderRow } from '@server/tender';
import { SearchIndex } from './search-index.store';
import { excerptOf, soughtIn } from './tokens';

/** A piece of a notice around what was looked for. */
export type Excerpt = NonNullable<ReturnType<typeof excerptOf>>;

function readCursor(text: string | undefined): number | null {
  const match = /^s(\d{1,15})$/.exec(text ?? '');
  return match ? Number(match[1]) : null;
}

/** The public list of tenders: by its filters alone, or by words out of the full-text index, the newest first. */
@Injectable()
export class SearchTenders {
  constructor(
    private readonly tenders: Tenders,
    private readonly searchIndex: SearchIndex,
  ) {}

  /** One page. A question without any letter asks for nothing and is left out. */
  async page(filter: TenderFilter): Promise<Page<TenderRow>> {
    const sought = soughtIn(filter.text ?? '');
    if (sought.length === 0) return this.tenders.page(filter);
    const { limit, after } = filter;
    const found = await this.searchIndex.find(sought, filter, readCursor(after), limit + 1);
    const shown = found.slice(0, limit);
    const rows = new Map(
      (await this.tenders.byIds(shown.map((one) => one.tenderId))).map((row) => [row.id, row]),
    );
    const items = shown.flatMap(({ tenderId }) => rows.get(tenderId) ?? []);
    const last = shown.at(-1);
    return { items, next: found.length > limit && last ? `s${last.doc}` : null };
  }

  /** Where the words stand in these tenders' notices, by tender; those whose title already shows it are left out. */
  async excerpts(
    question: string,
    items: readonly TenderRow[],
  ): Promise<ReadonlyMap<string, Excerpt>> {
    const untold = items.filter((row) => excerptOf(row.title, question) === null);
    const texts = await this.searchIndex.texts(untold.map((row) => row.id));
    const found = untold.flatMap(({ id }) => {
      const excerpt = excerptOf(texts.get(id) ?? '', question);
      return excerpt === null ? [] : [[id, excerpt] as const];
    });
    return new Map(found);
  }
}
