import { Injectable } from '@nestjs/common';
import type { Bundle } from '@core/bundle';
import { toBase64, type PublicKey } from '@core/kernel';
import { isClearType, type LoggedRecord } from '@core/ledger';
import { Checkpoints } from './checkpoints';
import type { LedgerCheckpointRow } from './ledger.entity';
import { LedgerKeys } from './ledger-keys';
import { LedgerRows } from './ledger.store';

/** What may be shown now, decided by the capability that asks. */
export interface Disclosures {
  /** Whether a sealed record of the tender may be disclosed. */
  readonly discloses: (logged: LoggedRecord) => boolean;
  /** Keys of contributors, bidders, supervisor, attendees; the platform's own is added. */
  readonly keys: readonly PublicKey[];
  readonly bids: Bundle['bids'];
}

const PAGE = 500;

/** Writes `bundle.json` of one tender (tp1 §6): the whole log, and of the tender what is disclosed. */
@Injectable()
export class ExportBundle {
  constructor(
    private readonly rows: LedgerRows,
    private readonly checkpoints: Checkpoints,
    private readonly keys: LedgerKeys,
  ) {}

  /** The bundle up to the newest cosigned checkpoint; null before there is one. */
  async run(tender: string, disclosures: Disclosures): Promise<Bundle | null> {
    const tree = await this.rows.tree();
    const last = await this.rows.latestCosigned();
    if (!tree || !last) return null;
    const policy = await this.checkpoints.policy(tree.origin);
    const { records, indices } = await this.records(tender, last.size, disclosures);
    return {
      format: 'tp1/bundle',
      policy: {
        log: policy.log.text,
        witnesses: policy.witnesses.map((key) => key.text),
        quorum: policy.quorum,
        ...(policy.demo ? { demo: true } : {}),
      },
      scope: tender,
      entries: await this.entries(last.size),
      records,
      checkpoints: await this.covering(indices, last),
      keys: [this.keys.platform, ...disclosures.keys],
      bids: disclosures.bids,
    };
  }

  /**
   * What the log says elsewhere of a tender of this bundle: records of the platform's scope of these types that name it,
   * as `records` of a bundle.
   */
  async beside(bundle: Bundle, types: readonly string[]): Promise<Bundle['records']> {
    const stretch = { from: bundle.records[0]?.index ?? 0, below: bundle.entries.length };
    const entries = await this.rows.entriesOfTypes('platform', types, stretch);
    return entries.flatMap(({ row, record }) =>
      record?.body.tender === bundle.scope ? [{ index: row.idx, record, salt: row.salt }] : [],
    );
  }

  private async records(
    tender: string,
    below: number,
    { discloses }: Disclosures,
  ): Promise<{ records: Bundle['records']; indices: number[] }> {
    const entries = await this.rows.entriesOfScope(tender, below);
    const records = entries.flatMap(({ row, record }) => {
      const { idx: index, leaf, salt } = row;
      if (!record || isClearType(row.type)) return [];
      return discloses({ index, leaf, record }) ? [{ index, record, salt }] : [];
    });
    return { records, indices: entries.map(({ row }) => row.idx) };
  }

  private async entries(size: number): Promise<string[]> {
    const entries: string[] = [];
    while (entries.length < size) {
      const page = await this.rows.entriesFrom(
        entries.length,
        Math.min(PAGE, size - entries.length),
      );
      if (page.length === 0) throw new Error('ledger entries are missing');
      entries.push(...page.map((row) => toBase64(new Uint8Array(row.entry))));
    }
    return entries;
  }

  /** For each record the first checkpoint that covers it, which is its time; and the last of all. */
  private async covering(
    indices: readonly number[],
    last: LedgerCheckpointRow,
  ): Promise<Bundle['checkpoints']> {
    const chosen = new Map<number, string>();
    let covered = 0;
    for (const index of indices) {
      if (index < covered) continue;
      const checkpoint = await this.rows.firstCosignedOver(index);
      if (!checkpoint) break;
      covered = checkpoint.size;
      chosen.set(checkpoint.size, checkpoint.note);
    }
    chosen.set(last.size, last.note);
    return [...chosen].map(([size, note]) => ({ size, note }));
  }
}
