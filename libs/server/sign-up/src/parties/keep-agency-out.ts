import { Injectable, type OnModuleInit } from '@nestjs/common';
import { keepAgencyOut } from '@core/project';
import { Enterprises } from '@server/enterprise';
import { People } from '@server/identity';
import { Arrival, orRefuse, RuleSets } from '@server/platform';
import { Admission, type TenderRow } from '@server/tender';

/** An agency takes no part in a tender it runs, under whatever account: its credit code is known. */
@Injectable()
export class KeepAgencyOut implements OnModuleInit {
  constructor(
    private readonly admission: Admission,
    private readonly enterprises: Enterprises,
    private readonly people: People,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  onModuleInit(): void {
    this.admission.add(async (tender, enterpriseId) => {
      if (tender.agencyId === null) return;
      await this.check(tender, (await this.enterprises.get(enterpriseId)).creditCode);
    });
  }

  /** Throws `sign_up.is_agency` where the firm of this code is the tender's agency. */
  async check(tender: TenderRow, creditCode: string): Promise<void> {
    const { agencyId } = tender;
    if (agencyId === null) return;
    const agency = (await this.people.organisation(agencyId))?.creditCode ?? null;
    const law = this.ruleSets.under(tender, this.arrival.at());
    orRefuse(keepAgencyOut(creditCode, agency, law));
  }
}
