import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '@core/kernel';
import {
  csvLine,
  csvRows,
  CSV_COLUMNS,
  recordOf,
  recordPackage,
  textOf,
  releasePackage,
  type CsvTable,
  type JsonObject,
  type PackagePlace,
  type Publication,
} from '@core/ocds';
import { Config, DomainError, SystemClock } from '@server/platform';
import { OpenReleases, type PublishedRelease } from './open-releases.store';

/** Licence of all open data: Creative Commons Attribution 4.0 (conformant with the Open Definition). */
export const DATA_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** Where a reader stands in a list, and how much is wanted. */
export interface Cursor {
  readonly after: number;
  readonly limit: number;
}

/** A month of releases by their date (UTC). */
export interface Month {
  /** `2026-03`. */
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Reads `2026-03`; null for anything else. */
export function monthOf(name: string): Month | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name);
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return { name, from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month, 1) };
}

/** Packages, records and files of open data, as readers ask for them. */
@Injectable()
export class ReadOpenData {
  constructor(
    private readonly config: Config,
    private readonly clock: SystemClock,
    private readonly releases: OpenReleases,
  ) {}

  /** Who publishes, under which licence and policy. */
  get publication(): Publication {
    const { PLATFORM_NAME, PLATFORM_CREDIT_CODE } = this.config.settings;
    const site = this.config.publicUrl;
    return {
      publisher: { name: PLATFORM_NAME, creditCode: PLATFORM_CREDIT_CODE, uri: site },
      license: DATA_LICENCE,
      publicationPolicy: `${site}/open-data`,
      drawExtension: `${site}/api/ocds/extensions/draws/extension.json`,
    };
  }

  /** One page of releases, in the order in which they were published. */
  async releasePage(cursor: Cursor): Promise<JsonObject> {
    const found = await this.releases.after(cursor.after, cursor.limit + 1);
    const page = found.slice(0, cursor.limit);
    const next = found.length > cursor.limit ? page.at(-1)?.seq : undefined;
    const total = (await this.releases.last())?.seq ?? 0;
    return {
      ...releasePackage(
        this.publication,
        this.place('releases', cursor, page.at(-1), next),
        page.map((one) => one.release),
      ),
      total,
    };
  }

  /** One page of records, by the place of their first release. */
  async recordPage(cursor: Cursor): Promise<JsonObject> {
    const found = await this.releases.processesAfter(cursor.after, cursor.limit + 1);
    const page = found.slice(0, cursor.limit);
    const next = found.length > cursor.limit ? page.at(-1)?.seq : undefined;
    const byOcid = await this.releases.ofProcesses(page.map((one) => one.ocid));
    const all = [...byOcid.values()];
    const newest = all.flat().reduce((last, one) => (one.addedAt > last ? one.addedAt : last), 0);
    return {
      ...recordPackage(
        this.publication,
        this.place('records', cursor, newest === 0 ? undefined : { addedAt: newest }, next),
        all.map((releases) => recordOf(releases.map((one) => one.release))),
      ),
      total: await this.releases.processes(),
    };
  }

  /** The record of one process; throws `request.not_found`. */
  async record(ocid: string): Promise<JsonObject> {
    const releases = (await this.releases.ofProcesses([ocid])).get(ocid) ?? [];
    const last = releases.at(-1);
    if (!last) throw new DomainError('request.not_found');
    const uri = `${this.config.publicUrl}/api/ocds/records/${ocid}`;
    const place = { uri, publishedDate: formatInstant(last.addedAt) };
    return recordPackage(this.publication, place, [recordOf(releases.map((one) => one.release))]);
  }

  /** The releases of one process and what they come to; throws `request.not_found`. */
  async process(
    ocid: string,
  ): Promise<{ readonly compiledRelease: JsonObject; readonly releases: readonly JsonObject[] }> {
    const found = (await this.releases.ofProcesses([ocid])).get(ocid) ?? [];
    if (found.length === 0) throw new DomainError('request.not_found');
    const releases = found.map((one) => one.release);
    return { compiledRelease: recordOf(releases).compiledRelease as JsonObject, releases };
  }

  /** One release of a process; throws `request.not_found`. */
  async release(ocid: string, id: string): Promise<JsonObject> {
    const releases = (await this.releases.ofProcesses([ocid])).get(ocid) ?? [];
    const found = releases.find((one) => textOf(one.release.id) === id);
    if (!found) throw new DomainError('request.not_found');
    const uri = `${this.config.publicUrl}/api/ocds/releases/${ocid}/${id}`;
    const place = { uri, publishedDate: formatInstant(found.addedAt) };
    return releasePackage(this.publication, place, [found.release]);
  }

  /** The months there is data for, the newest first. */
  async months(): Promise<readonly Month[]> {
    const span = await this.releases.span();
    if (!span) return [];
    const months: Month[] = [];
    const first = formatInstant(span.first).slice(0, 7);
    for (let name = formatInstant(span.last).slice(0, 7); name >= first;) {
      const month = monthOf(name);
      if (!month) break;
      months.push(month);
      name = formatInstant(month.from - 1).slice(0, 7);
    }
    return months;
  }

  /** A month's releases, one JSON object a line. */
  async *releaseLines(month: Month): AsyncGenerator<string> {
    for await (const one of this.releases.between(month.from, month.to)) {
      yield `${JSON.stringify(one.release)}\n`;
    }
  }

  /** The records of the processes that were first published in a month, whole, one JSON object a line. */
  async *recordLines(month: Month): AsyncGenerator<string> {
    for await (const record of this.recordsBegunIn(month)) yield `${JSON.stringify(record)}\n`;
  }

  /** The same as a table of CSV, with a byte order mark for spreadsheets. */
  async *csv(month: Month, table: CsvTable): AsyncGenerator<string> {
    const columns = CSV_COLUMNS[table];
    yield '\ufeff' + csvLine(columns);
    for await (const record of this.recordsBegunIn(month)) {
      for (const row of csvRows(record.compiledRelease as JsonObject, table)) {
        yield csvLine(columns.map((name) => row[name] ?? ''));
      }
    }
  }

  /** When a month last changed; null where it is empty. */
  async lastModified(month: Month): Promise<Instant | null> {
    return this.releases.lastAdded(month.from, month.to);
  }

  private async *recordsBegunIn(month: Month): AsyncGenerator<JsonObject> {
    for await (const first of this.releases.between(month.from, month.to, { number: 1 })) {
      const releases = (await this.releases.ofProcesses([first.ocid])).get(first.ocid) ?? [];
      yield recordOf(releases.map((one) => one.release));
    }
  }

  private place(
    list: string,
    { after, limit }: Cursor,
    last: Pick<PublishedRelease, 'addedAt'> | undefined,
    next: number | undefined,
  ): PackagePlace {
    const at = `${this.config.publicUrl}/api/ocds/${list}`;
    return {
      uri: `${at}?after=${after}&limit=${limit}`,
      publishedDate: formatInstant(last?.addedAt ?? this.clock.now()),
      next: next === undefined ? undefined : `${at}?after=${next}&limit=${limit}`,
    };
  }
}
