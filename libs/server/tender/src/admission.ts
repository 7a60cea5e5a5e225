import { Injectable } from '@nestjs/common';
import type { TenderRow } from './tender.entity';

/** Throws where this firm may not take part in this tender. */
export type AdmissionCheck = (tender: TenderRow, enterpriseId: string) => Promise<void>;

/** Who may take part in a tender, beyond what every firm must be: capabilities add what they know. */
@Injectable()
export class Admission {
  private readonly checks: AdmissionCheck[] = [];

  /** Adds a check, asked before every sign-up and every bid. */
  add(check: AdmissionCheck): void {
    this.checks.push(check);
  }

  /** Throws the first refusal. */
  async require(tender: TenderRow, enterpriseId: string): Promise<void> {
    for (const check of this.checks) await check(tender, enterpriseId);
  }
}
