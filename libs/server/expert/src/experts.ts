import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import { isSpecialty, type ExpertState } from '@core/panel';
import type { LegalDate } from '@core/rules';
import { Arrival, DomainError, Ids, UnitOfWork } from '@server/platform';
import { ExpertPool, type Expert } from './experts.store';

/** An expert to be taken into the pool. */
export interface NewExpert {
  /** The person's account. */
  readonly personId: string;
  readonly name: string;
  readonly specialties: readonly string[];
  readonly employer: string;
  readonly employerCode?: string;
  readonly region: string;
  readonly title: string;
  readonly phone: string;
  readonly termUntil: Instant;
  readonly state?: ExpertState;
  readonly recusals?: readonly string[];
  readonly bornOn?: LegalDate;
}

/** Keeps the county's pool of experts. */
@Injectable()
export class Experts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pool: ExpertPool,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  /** Takes an expert in, appointed unless said otherwise; refuses a specialty that is not in the classification. */
  async add(expert: NewExpert): Promise<Expert> {
    const unknown = expert.specialties.find((one) => !isSpecialty(one));
    if (unknown !== undefined) {
      throw new DomainError('panel.specialty_unknown', { specialty: unknown });
    }
    const row: Expert = {
      id: this.ids.next(),
      employerCode: '',
      state: 'appointed',
      recusals: [],
      createdAt: this.arrival.at(),
      idDigest: null,
      bornOn: null,
      termFrom: null,
      pausedFrom: null,
      pausedUntil: null,
      bannedFrom: null,
      bannedUntil: null,
      reviewDueAt: null,
      reviewPassed: null,
      ...expert,
    };
    await this.unit.run(() => this.pool.add(row));
    return row;
  }
}
