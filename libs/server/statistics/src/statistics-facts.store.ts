import { Injectable } from '@nestjs/common';
import { Reads, UnitOfWork } from '@server/platform';
import type { ProcessFact } from '@core/statistics';
import { StatisticsFactRow } from './statistics.entity';

/** A fact with the tender whose page tells more. */
export interface KnownFact extends ProcessFact {
  readonly tenderId: string;
}

/** Facts of the statistics. */
@Injectable()
export class StatisticsFacts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Forgets a process; its row stays locked until the unit has committed. */
  async clear(ocid: string): Promise<void> {
    await this.unit.manager.getRepository(StatisticsFactRow).delete({ id: ocid });
  }

  /** Stores the fact of a process that is not known. */
  async put(tenderId: string, fact: ProcessFact): Promise<void> {
    const facts = this.unit.manager.getRepository(StatisticsFactRow);
    const { ocid: id, year, region } = fact;
    await facts.insert({ id, tenderId, year, region, fact });
  }

  /** Facts of a year and a region; of all where none is named. */
  async of(year: string | undefined, region: string | undefined): Promise<KnownFact[]> {
    const rows = await (await this.reads.manager()).getRepository(StatisticsFactRow).find({
      where: {
        ...(year === undefined ? {} : { year }),
        ...(region === undefined ? {} : { region }),
      },
      order: { id: 'ASC' },
    });
    return rows.map(({ tenderId, fact }) => ({ ...fact, tenderId }));
  }

  /** How many processes are known. */
  async count(): Promise<number> {
    return (await this.reads.manager()).getRepository(StatisticsFactRow).count();
  }
}
