import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inOrder, textOf, type JsonObject } from '@core/ocds';
import { Config, DomainError, Outbox, SystemClock, UnitOfWork } from '@server/platform';
import { OpenReleases } from './open-releases.store';
import { PROCESS_PUBLISHED } from './publish-releases';

const LONGEST_ID = 36;

/** A name for a release of another publisher: ids are unique within their process only. */
function sourceOf(release: JsonObject): string {
  const id = textOf(release.id);
  const digest = createHash('sha256')
    .update(`${textOf(release.ocid)}\n${id}`)
    .digest('hex');
  return digest.slice(0, LONGEST_ID);
}

/** What became of the releases that were read. */
export interface Imported {
  readonly added: number;
  readonly known: number;
  /** Processes that gained releases. */
  readonly processes: number;
}

/** Takes in releases that were published elsewhere (or here, before this installation), and says them again. */
@Injectable()
export class ImportReleases {
  constructor(
    private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
    private readonly releases: OpenReleases,
  ) {}

  /**
   * Adds what is not known yet, process by process, each in one transaction. A release that is known stays as it is:
   * what has been published never changes. Throws `ocds.own_prefix` for processes this installation would number itself:
   * two processes must never have one id.
   */
  async run(releases: readonly JsonObject[]): Promise<Imported> {
    const own = `${this.config.settings.OCDS_PREFIX}-`;
    const ours = releases.find((one) => textOf(one.ocid).startsWith(own));
    if (ours) throw new DomainError('ocds.own_prefix', { ocid: textOf(ours.ocid) });
    const byOcid = new Map<string, JsonObject[]>();
    for (const one of inOrder(releases)) {
      const ocid = textOf(one.ocid);
      byOcid.set(ocid, [...(byOcid.get(ocid) ?? []), one]);
    }
    let added = 0;
    let processes = 0;
    for (const [ocid, all] of byOcid) {
      const count = await this.add(ocid, all);
      added += count;
      if (count > 0) processes += 1;
    }
    return { added, known: releases.length - added, processes };
  }

  private async add(ocid: string, all: readonly JsonObject[]): Promise<number> {
    return this.unit.run(async () => {
      const known = (await this.releases.ofProcesses([ocid])).get(ocid) ?? [];
      const sources = new Set(known.map((one) => one.source));
      const tenderId = known[0]?.tenderId ?? '';
      const addedAt = this.clock.now();
      let number = known.length;
      for (const release of all) {
        const source = sourceOf(release);
        if (sources.has(source)) continue;
        sources.add(source);
        number++;
        const [tag = ''] = (release.tag as readonly unknown[]).map(String);
        const date = Date.parse(textOf(release.date));
        await this.releases.add({ source, tenderId, number, ocid, tag, date, addedAt, release });
      }
      if (number > known.length) await this.outbox.add(PROCESS_PUBLISHED, { tenderId, ocid });
      return number - known.length;
    });
  }
}
