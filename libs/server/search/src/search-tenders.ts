import { Injectable } from '@nestjs/common';
import { Tenders, type Page, type TenderFilter, type TenderRow } from '@server/tender';
import { SearchIndex } from './search-index.store';
import { excerptOf, soughtIn } from './tokens';

/** A piece of a notice around what was looked for. */
export type Excerpt = NonNullable<ReturnType<typeof excerptOf>>;

function readCursor(text: string | undefined): number | undefined {
  const match = /^s(\d{1,15})$/.exec(text ?? '');
  return match ? Number(match[1]) : undefined;
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
    const found = await this.searchIndex.find(
      sought,
      filter,
      { below: readCursor(after) },
      limit + 1,
    );
    const shown = found.slice(0, limit);
    const items = await this.rowsOf(shown);
    const last = shown.at(-1);
    return { items, next: found.length > limit && last ? `s${last.doc}` : null };
  }

  /** The number of the newest tender in the index. */
  async newest(): Promise<number> {
    return this.searchIndex.newest();
  }

  /**
   * The newest tenders first published after a number, as many as `limit`, and the number the index has been looked
   * through up to: whoever asks again from there is shown no tender twice.
   */
  async newerThan(
    filter: TenderFilter,
    above: number,
  ): Promise<{ readonly items: readonly TenderRow[]; readonly last: number }> {
    const last = await this.searchIndex.newest();
    const sought = soughtIn(filter.text ?? '');
    const found =
      sought.length === 0
        ? await this.searchIndex.newerThan(above, last, filter)
        : await this.searchIndex.find(sought, filter, { above, below: last + 1 }, filter.limit);
    return { items: await this.rowsOf(found), last };
  }

  private async rowsOf(found: readonly { readonly tenderId: string }[]): Promise<TenderRow[]> {
    const rows = await this.tenders.byIds(found.map((one) => one.tenderId));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return found.flatMap(({ tenderId }) => byId.get(tenderId) ?? []);
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
