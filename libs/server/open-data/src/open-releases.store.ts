import { Injectable } from '@nestjs/common';
import { Between, In, MoreThan } from 'typeorm';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Instant } from '@core/kernel';
import type { JsonObject } from '@core/ocds';
import { Counters, Reads, UnitOfWork } from '@server/platform';
import { OpenReleaseRow } from './open-data.entity';

/** A published release with its place in the feed. */
export interface PublishedRelease {
  readonly seq: number;
  readonly source: string;
  readonly tenderId: string;
  readonly ocid: string;
  readonly tag: string;
  readonly date: Instant;
  readonly addedAt: Instant;
  readonly release: JsonObject;
}

/** What is known of a release before it has a place. */
export interface NewRelease extends Omit<PublishedRelease, 'seq'> {
  /** Its number within its process. */
  readonly number: number;
}

function read(row: OpenReleaseRow): PublishedRelease {
  const { seq, source, tenderId, ocid, tag, date, addedAt, body } = row;
  const release = JSON.parse(inflateRawSync(body).toString('utf8')) as JsonObject;
  return { seq, source, tenderId, ocid, tag, date, addedAt, release };
}

/** Published releases. */
@Injectable()
export class OpenReleases {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly counters: Counters,
  ) {}

  /**
   * Gives a release its place and stores it. The counter's row stays locked until the unit has committed, so that
   * places become visible in their order: who has seen place n will never be shown a smaller one later.
   */
  async add({ release, ...row }: NewRelease): Promise<void> {
    const seq = await this.counters.next('open_release');
    const body = deflateRawSync(Buffer.from(JSON.stringify(release)), { level: 9 });
    await this.unit.manager.getRepository(OpenReleaseRow).insert({ ...row, seq, body });
  }

  /** The sources of a process that are published, in the order of their numbers. */
  async sources(tenderId: string): Promise<string[]> {
    const rows = await (await this.reads.manager()).getRepository(OpenReleaseRow).find({
      where: { tenderId },
      select: { source: true, number: true },
      order: { number: 'ASC' },
    });
    return rows.map((row) => row.source);
  }

  /** Releases after a place, in order. */
  async after(seq: number, limit: number): Promise<PublishedRelease[]> {
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(OpenReleaseRow)
      .find({ where: { seq: MoreThan(seq) }, order: { seq: 'ASC' }, take: limit });
    return rows.map(read);
  }

  /** Places and names alone, for a feed of changes. */
  async changesAfter(
    seq: number,
    limit: number,
  ): Promise<Omit<PublishedRelease, 'release' | 'tenderId'>[]> {
    return (await this.reads.manager()).getRepository(OpenReleaseRow).find({
      where: { seq: MoreThan(seq) },
      select: { seq: true, source: true, ocid: true, tag: true, date: true, addedAt: true },
      order: { seq: 'ASC' },
      take: limit,
    });
  }

  /** The processes whose first release stands after a place: `seq` of that release, and the ocid. */
  async processesAfter(seq: number, limit: number): Promise<{ seq: number; ocid: string }[]> {
    return (await this.reads.manager()).getRepository(OpenReleaseRow).find({
      where: { number: 1, seq: MoreThan(seq) },
      select: { seq: true, ocid: true },
      order: { seq: 'ASC' },
      take: limit,
    });
  }

  /** All releases of these processes, by ocid, in their order. */
  async ofProcesses(ocids: readonly string[]): Promise<Map<string, PublishedRelease[]>> {
    const found = new Map<string, PublishedRelease[]>(ocids.map((ocid) => [ocid, []]));
    if (ocids.length === 0) return found;
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(OpenReleaseRow)
      .find({ where: { ocid: In([...ocids]) }, order: { number: 'ASC' } });
    for (const row of rows) found.get(row.ocid)?.push(read(row));
    return found;
  }

  /** The place of the newest release, and when it was added; null while there is none. */
  async last(): Promise<{ seq: number; addedAt: Instant } | null> {
    const [row] = await (
      await this.reads.manager()
    )
      .getRepository(OpenReleaseRow)
      .find({ select: { seq: true, addedAt: true }, order: { seq: 'DESC' }, take: 1 });
    return row ?? null;
  }

  /** How many processes there are. */
  async processes(): Promise<number> {
    return (await this.reads.manager()).getRepository(OpenReleaseRow).countBy({ number: 1 });
  }

  /** How many releases each of these tenders has, without those of payments, which come by their own events. */
  async counts(tenderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (tenderIds.length === 0) return new Map();
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(OpenReleaseRow)
      .createQueryBuilder('r')
      .select('r.tenderId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where('r.tenderId IN (:...ids)', { ids: [...tenderIds] })
      .andWhere('r.tag <> :paid', { paid: 'implementationUpdate' })
      .groupBy('r.tenderId')
      .getRawMany<{ id: string; count: number | string }>();
    return new Map(rows.map((row) => [row.id, Number(row.count)]));
  }

  /** The first and the last date of all releases; null while there is none. */
  async span(): Promise<{ first: Instant; last: Instant } | null> {
    const rows = (await this.reads.manager()).getRepository(OpenReleaseRow);
    const [first] = await rows.find({
      select: { seq: true, date: true },
      order: { date: 'ASC' },
      take: 1,
    });
    const [last] = await rows.find({
      select: { seq: true, date: true },
      order: { date: 'DESC' },
      take: 1,
    });
    return first && last ? { first: first.date, last: last.date } : null;
  }

  /** Releases of a span of dates, page by page; `number`: only those with this number in their process. */
  async *between(
    from: Instant,
    to: Instant,
    only: { readonly number?: number } = {},
  ): AsyncGenerator<PublishedRelease> {
    const date = Between(new Date(from), new Date(to - 1)) as never;
    for (let seq = 0; ;) {
      const rows = await (
        await this.reads.manager()
      )
        .getRepository(OpenReleaseRow)
        .find({ where: { ...only, date, seq: MoreThan(seq) }, order: { seq: 'ASC' }, take: 200 });
      for (const row of rows) yield read(row);
      const last = rows.at(-1);
      if (!last) return;
      seq = last.seq;
    }
  }

  /** When something was last added to a span of dates; null where there is nothing. */
  async lastAdded(from: Instant, to: Instant): Promise<Instant | null> {
    const date = Between(new Date(from), new Date(to - 1)) as never;
    const [row] = await (await this.reads.manager()).getRepository(OpenReleaseRow).find({
      where: { date },
      select: { seq: true, addedAt: true },
      order: { seq: 'DESC' },
      take: 1,
    });
    return row?.addedAt ?? null;
  }
}
