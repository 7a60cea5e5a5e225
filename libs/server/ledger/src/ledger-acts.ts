import { Injectable } from '@nestjs/common';
import type { LedgerRecord } from '@core/ledger';
import { LedgerRows } from './ledger.store';

/** A record with its place in the log; no record where its body was erased. */
export interface LoggedAct {
  readonly index: number;
  readonly record: LedgerRecord | null;
}

/** Reads records of chosen types back, for whoever reviews what was done. */
@Injectable()
export class LedgerActs {
  constructor(private readonly rows: LedgerRows) {}

  /** The newest records of these types of one scope, before an index. */
  async newest(
    scope: string,
    types: readonly string[],
    before: number | null,
    limit: number,
  ): Promise<LoggedAct[]> {
    const entries = await this.rows.newestOf(scope, types, before, limit);
    return entries.map(({ row, record }) => ({ index: row.idx, record }));
  }
}
